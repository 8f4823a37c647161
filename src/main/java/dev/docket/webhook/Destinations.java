package dev.docket.webhook;

import dev.docket.webhook.Addresses.Reach;
import io.vertx.core.Future;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.List;

/** Which targets may be connected to: those on the Internet, by {@code https}. */
@Singleton
class Destinations {

    private final Names names;
    private final boolean allowLocal;

    @Inject
    Destinations(Names names, Settings settings) {
        this(names, settings.allowLocal());
    }

    Destinations(Names names, boolean allowLocal) {
        this.names = names;
        this.allowLocal = allowLocal;
    }

    /** Refuses a URL that can never be sent to; what its name leads to may still be refused when it is looked up. */
    Target admit(String url) throws Target.Refused {
        Target target = Target.of(url);
        if (!target.tls() && !allowLocal) {
            throw new Target.Refused("scheme", "an https URL is wanted");
        }
        if (target.literal() != null) {
            check(target, target.literal());
        }
        return target;
    }

    /**
     * The address to connect to: what is checked is what is connected to, so that a name cannot lead elsewhere in
     * between. Fails with {@link Target.Refused} where one of the name's addresses is not allowed, and for a name that
     * has none.
     */
    Future<InetAddress> lookUp(Target target) {
        InetAddress literal = target.literal();
        Future<List<InetAddress>> found =
                literal == null ? names.addresses(target.host()) : Future.succeededFuture(List.of(literal));
        return found.transform(result -> {
            if (result.failed()) {
                return Future.failedFuture(new Target.Refused("unknown-host", "the name of the host has no address"));
            }
            try {
                for (InetAddress address : result.result()) {
                    check(target, address);
                }
                return Future.succeededFuture(result.result().get(0));
            } catch (Target.Refused e) {
                return Future.failedFuture(e);
            }
        });
    }

    private void check(Target target, InetAddress address) throws Target.Refused {
        Reach reach = Addresses.reach(address);
        boolean allowed = reach == Reach.PUBLIC ? target.tls() : reach == Reach.LOCAL && allowLocal;
        if (!allowed) {
            throw new Target.Refused(
                    "address",
                    reach == Reach.PUBLIC ? "an https URL is wanted" : "the address of the host is not public");
        }
    }
}

package dev.docket.protection;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Keeps each principal, whatever its tokens, to its share of this replica. */
@ApplicationScoped
class PerPrincipal {

    /** Once it is known who asks (200), and before anything is done for it (100). */
    private static final int SIGNED_IN = 149;

    private final @Nullable Allowance allowance;
    private final Counter refused;

    PerPrincipal(Limits limits, MeterRegistry registry) {
        this.allowance = limits.requests() == 0
                ? null
                : new Allowance("principal", limits.burst(), limits.requests(), Duration.ofSeconds(1));
        this.refused = Counter.builder("docket.requests.refused")
                .description("Requests that were told to come again later")
                .tag("reason", "rate-limited")
                .register(registry);
    }

    void begin(@Observes Filters filters) {
        if (allowance != null) {
            filters.register(this::count, SIGNED_IN);
        }
    }

    private void count(RoutingContext request) {
        if (allowance == null || !(request.user() instanceof QuarkusHttpUser user)) {
            request.next();
            return;
        }
        SecurityIdentity identity = user.getSecurityIdentity();
        if (identity.isAnonymous() || allowance.take(identity.getPrincipal().getName(), request)) {
            request.next();
        } else {
            refused.increment();
            Allowance.refuse(request);
        }
    }
}

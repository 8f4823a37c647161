package dev.docket.protection;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Counts sign-ins that failed, by the address they came from: whoever tries tokens out is slowed down. Valid tokens from
 * the same address are not counted and always work.
 */
@ApplicationScoped
public class SignInAttempts {

    private final @Nullable Allowance allowance;

    SignInAttempts(Limits limits) {
        this.allowance = limits.failedSignIns() == 0
                ? null
                : new Allowance("sign-in", limits.failedSignIns(), limits.failedSignIns(), Duration.ofMinutes(1));
    }

    /** Counts a request whose sign-in failed; true where it has been ended with 429, for there were too many. */
    public boolean refused(RoutingContext request) {
        // Without a token nothing is tried out, and nothing was looked up.
        if (allowance == null || !request.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
            return false;
        }
        if (allowance.take(network(request.request().remoteAddress()), request)) {
            return false;
        }
        Allowance.refuse(request);
        return true;
    }

    /** The address, or of IPv6 the network of 64 bits, in which a host has any number of addresses. */
    static String network(@Nullable SocketAddress address) {
        String text = address == null ? null : address.hostAddress();
        if (text == null) {
            return "unknown";
        }
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(text);
        return bytes == null || bytes.length < 16
                ? text
                : Long.toHexString(ByteBuffer.wrap(bytes).getLong());
    }
}

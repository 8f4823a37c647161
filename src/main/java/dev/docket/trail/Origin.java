package dev.docket.trail;

import dev.docket.api.Traces;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * From where something was done; all null for what the service does by itself.
 *
 * @param address of the connection, or the one that a trusted proxy forwards ({@code quarkus.http.proxy})
 */
record Origin(
        @Nullable String address,
        @Nullable String userAgent,
        @Nullable String traceId) {

    static final Origin HERE = new Origin(null, null, null);

    static Origin of(@Nullable RoutingContext context) {
        return context == null
                ? HERE
                : new Origin(address(context), context.request().getHeader(HttpHeaders.USER_AGENT), Traces.of(context));
    }

    private static @Nullable String address(RoutingContext context) {
        SocketAddress address = context.request().remoteAddress();
        return address == null ? null : address.hostAddress() == null ? address.host() : address.hostAddress();
    }
}

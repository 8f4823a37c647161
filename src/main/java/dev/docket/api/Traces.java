package dev.docket.api;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id that ties an answer to its lines in the log: the caller's trace, where it sends one, else a new one. */
@ApplicationScoped
public class Traces {

    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final String KEY = "docket.trace";

    private final CurrentVertxRequest request;

    Traces(CurrentVertxRequest request) {
        this.request = request;
    }

    /** 32 hexadecimal digits, the same all through a request (W3C Trace Context, section 3.2.2.3). */
    public String id() {
        return of(request.getCurrent());
    }

    /** As {@link #id()}, where the request is at hand. */
    public static String of(@Nullable RoutingContext context) {
        if (context == null) {
            return fresh();
        }
        String known = context.get(KEY);
        if (known == null) {
            String sent = context.request().getHeader("traceparent");
            Matcher parts = TRACEPARENT.matcher(sent == null ? "" : sent);
            known = parts.matches() ? parts.group(1) : fresh();
            context.put(KEY, known);
        }
        return known;
    }

    private static String fresh() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}

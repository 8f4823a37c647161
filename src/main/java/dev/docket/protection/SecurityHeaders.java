package dev.docket.protection;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/**
 * Tells browsers, on every answer, to take nothing for what it is not and to show nothing in frames of others; and
 * caches, to ask again before they serve what one caller got.
 */
@ApplicationScoped
class SecurityHeaders {

    /** Before all else, so that no answer goes without. */
    private static final int FIRST = 1_000;

    private static final String UI = "/q/swagger-ui";
    private static final String API = "/api/";

    /** An answer of the API is no page: nothing is loaded for it. */
    private static final CharSequence NOTHING =
            HttpHeaders.createOptimized("default-src 'none'; frame-ancestors 'none'");

    /** Swagger UI starts from a script in the page and brings images along as data. */
    private static final CharSequence OURS = HttpHeaders.createOptimized("default-src 'none'; script-src 'self' "
            + "'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");

    private static final Map<CharSequence, CharSequence> ALWAYS = Map.of(
            HttpHeaders.createOptimized("X-Content-Type-Options"), HttpHeaders.createOptimized("nosniff"),
            HttpHeaders.createOptimized("X-Frame-Options"), HttpHeaders.createOptimized("DENY"),
            HttpHeaders.createOptimized("Referrer-Policy"), HttpHeaders.createOptimized("no-referrer"));

    private static final CharSequence POLICY = HttpHeaders.createOptimized("Content-Security-Policy");
    private static final CharSequence ASK_AGAIN = HttpHeaders.createOptimized("private, no-cache");
    private static final CharSequence TRANSPORT = HttpHeaders.createOptimized("Strict-Transport-Security");
    private static final CharSequence A_YEAR = HttpHeaders.createOptimized("max-age=31536000");

    void begin(@Observes Filters filters) {
        filters.register(SecurityHeaders::add, FIRST);
    }

    private static void add(RoutingContext context) {
        MultiMap headers = context.response().headers();
        ALWAYS.forEach(headers::set);
        String path = context.request().path();
        headers.set(POLICY, path.startsWith(UI) ? OURS : NOTHING);
        if (path.startsWith(API)) {
            context.addHeadersEndHandler(end -> askAgain(headers));
        }
        if ("https".equals(context.request().scheme())) {
            headers.set(TRANSPORT, A_YEAR);
        }
        context.next();
    }

    /** Unless the answer itself knows better. */
    private static void askAgain(MultiMap headers) {
        if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, ASK_AGAIN);
        }
    }
}

package dev.docket.api;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Chooses the media type of the answer, or refuses with 406, and leaves the framework no choice: its own negotiation
 * reads one line of {@code Accept} only, takes {@code q=0} for a wish, and serves something where nothing will do.
 */
class Negotiation {

    /** What most callers send, and what JSON, the first of all types on offer, always answers. */
    private static final Set<String> PLAIN = Set.of("*/*", MediaType.APPLICATION_JSON);

    private final Methods methods;

    Negotiation(Methods methods) {
        this.methods = methods;
    }

    @ServerRequestFilter(preMatching = true)
    public void filter(HttpServerRequest request) {
        List<String> accept = request.headers().getAll(HttpHeaders.ACCEPT);
        if (accept.isEmpty() || accept.size() == 1 && PLAIN.contains(accept.get(0))) {
            return;
        }
        List<MediaType> offered = methods.types(request.path(), request.method().name());
        if (!offered.isEmpty()) {
            String header = String.join(",", accept);
            MediaType chosen = Accept.of(header.isBlank() ? MediaType.WILDCARD : header)
                    .best(offered)
                    .orElseThrow(() -> ProblemType.NOT_ACCEPTABLE.plain());
            request.headers().set(HttpHeaders.ACCEPT, chosen.toString());
        }
    }
}

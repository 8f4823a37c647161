package dev.docket.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** Problems of requests that end before they reach a resource. */
public final class ProblemAnswer {

    private ProblemAnswer() {}

    /** Ends the request with a problem of this type; headers of the response are kept. */
    public static void send(RoutingContext context, ProblemType type) {
        ObjectNode problem = StrictJson.objectMapper()
                .createObjectNode()
                .put("type", type.uri().toString())
                .put("status", type.status())
                .put("title", type.title())
                .put("detail", type.explanation())
                .put("instance", Instances.of(context.request().path()))
                .put("traceId", Traces.of(context));
        context.response()
                .setStatusCode(type.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .end(Buffer.buffer(bytes(problem)));
    }

    private static byte[] bytes(ObjectNode problem) {
        try {
            return StrictJson.objectMapper().writeValueAsBytes(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of text and numbers can be written", e);
        }
    }
}

package dev.docket.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.specification.FilterableRequestSpecification;
import java.util.List;
import java.util.Objects;

/**
 * What the service accepted must be what the contract lets clients send: a complaint here means that the contract is
 * too narrow. Patches (RFC 6902, RFC 7396), files, forms and streams are not looked into.
 */
final class RequestCheck {
    private final Bodies bodies;

    RequestCheck(OpenApi contract) {
        bodies = new Bodies(contract, Direction.REQUEST);
    }

    List<String> complaints(Operation operation, FilterableRequestSpecification request) {
        JsonNode documented = operation.requestBody();
        Object body = request.getBody();
        if (body == null) {
            boolean missing = documented.path("required").asBoolean() && !hasParts(request);
            return missing ? List.of("accepted without the body that the contract requires") : List.of();
        }
        String type = Objects.requireNonNullElse(request.getContentType(), "");
        return MediaTypes.find(documented.path("content"), type)
                .map(mediaType -> complaints(mediaType, type, body))
                .orElseGet(() -> List.of("accepted a body of type '%s'; documented: %s"
                        .formatted(type, MediaTypes.names(documented.path("content")))));
    }

    private List<String> complaints(JsonNode mediaType, String type, Object body) {
        if (!MediaTypes.isJson(type) || MediaTypes.isPatch(type)) {
            return List.of();
        }
        byte[] json = body instanceof String text ? text.getBytes(UTF_8) : body instanceof byte[] bytes ? bytes : null;
        return json == null
                ? List.of()
                : bodies.complaints(mediaType.path("schema"), json).stream()
                        .map(complaint -> "accepted body " + complaint)
                        .toList();
    }

    private static boolean hasParts(FilterableRequestSpecification request) {
        return !request.getMultiPartParams().isEmpty()
                || !request.getFormParams().isEmpty();
    }
}

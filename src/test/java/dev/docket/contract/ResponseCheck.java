package dev.docket.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.Stream;

/** What the service answered must be what the contract promises, with nothing added. */
final class ResponseCheck {
    private final OpenApi contract;
    private final Bodies bodies;

    ResponseCheck(OpenApi contract) {
        this.contract = contract;
        bodies = new Bodies(contract, Direction.RESPONSE);
    }

    /** @param withContent whether the method lets the response have content; HEAD does not */
    List<String> complaints(JsonNode documented, Response response, boolean withContent) {
        return Stream.concat(
                        headers(documented.path("headers"), response).stream(),
                        content(documented.path("content"), response, withContent).stream())
                .toList();
    }

    private List<String> headers(JsonNode documented, Response response) {
        return documented.properties().stream()
                .filter(header ->
                        contract.resolve(header.getValue()).path("required").asBoolean())
                .filter(header -> !response.getHeaders().hasHeaderWithName(header.getKey()))
                .map(header -> "no header " + header.getKey())
                .toList();
    }

    private List<String> content(JsonNode documented, Response response, boolean withContent) {
        String type = MediaTypes.of(response);
        if (!withContent) {
            return List.of();
        }
        if (documented.isEmpty()) {
            boolean empty = !MediaTypes.isStream(type) && response.asByteArray().length == 0;
            return empty ? List.of() : List.of("content of type '%s'; none is documented".formatted(type));
        }
        return MediaTypes.find(documented, type)
                .map(mediaType -> body(mediaType, type, response))
                .orElseGet(() ->
                        List.of("content of type '%s'; documented: %s".formatted(type, MediaTypes.names(documented))));
    }

    private List<String> body(JsonNode mediaType, String type, Response response) {
        return MediaTypes.isJson(type)
                ? bodies.complaints(mediaType.path("schema"), response.asByteArray()).stream()
                        .map(complaint -> "body " + complaint)
                        .toList()
                : List.of();
    }
}

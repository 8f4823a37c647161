package dev.docket.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One method on one path template; parts that the contract keeps elsewhere are resolved. */
record Operation(OpenApi contract, String method, String path, JsonNode pathItem, JsonNode node) {

    static Operation of(OpenApi contract, String method, String path, JsonNode pathItem) {
        return new Operation(contract, method.toUpperCase(Locale.ROOT), path, pathItem, pathItem.path(method));
    }

    String name() {
        return method + " " + path;
    }

    /** By place and name; one of the operation hides its twin of the path item. */
    Map<String, JsonNode> parameters() {
        Map<String, JsonNode> parameters = new LinkedHashMap<>();
        for (JsonNode owner : new JsonNode[] {pathItem, node}) {
            for (JsonNode each : owner.path("parameters")) {
                JsonNode parameter = contract.resolve(each);
                String in = parameter.path("in").asText();
                String name = parameter.path("name").asText();
                parameters.put(in + " " + (in.equals("header") ? name.toLowerCase(Locale.ROOT) : name), parameter);
            }
        }
        return parameters;
    }

    /** A missing node where the operation takes no body. */
    JsonNode requestBody() {
        return contract.resolve(node.path("requestBody"));
    }

    /** By documented status: {@code 200}, {@code 4XX}, {@code default}. */
    Map<String, JsonNode> responses() {
        Map<String, JsonNode> responses = new LinkedHashMap<>();
        node.path("responses")
                .properties()
                .forEach(response -> responses.put(response.getKey(), contract.resolve(response.getValue())));
        return responses;
    }

    /** Every {@code content} map whose bodies travel this way. */
    Stream<JsonNode> contents(Direction direction) {
        Stream<JsonNode> owners =
                direction == Direction.REQUEST ? Stream.of(requestBody()) : responses().values().stream();
        return owners.map(owner -> owner.path("content"));
    }

    /** The documented response that covers a status, the most specific first (OpenAPI 3.1, Responses Object). */
    Optional<Map.Entry<String, JsonNode>> response(int status) {
        Map<String, JsonNode> responses = responses();
        return Stream.of(Integer.toString(status), status / 100 + "XX", "default")
                .flatMap(key -> responses.entrySet().stream()
                        .filter(response -> response.getKey().equals(key)))
                .findFirst();
    }
}

package dev.docket.contract;

import static dev.docket.contract.Direction.REQUEST;
import static dev.docket.contract.Direction.RESPONSE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares two operations of the same method and path. */
final class OperationChanges {
    private final SchemaChanges schemas;

    OperationChanges(SchemaChanges schemas) {
        this.schemas = schemas;
    }

    void compare(Operation released, Operation current, Place place) {
        String before = released.node().path("operationId").asText();
        String after = current.node().path("operationId").asText();
        if (!before.equals(after)) {
            place.breaks("the operationId was '%s' and is '%s'".formatted(before, after));
        }
        Security.of(released).compare(Security.of(current), place);
        parameters(released.parameters(), current.parameters(), place.in(" parameter "));
        requestBody(released.requestBody(), current.requestBody(), place.in(" request"));
        responses(released, current, place.in(" response "));
    }

    private void parameters(Map<String, JsonNode> released, Map<String, JsonNode> current, Place place) {
        released.forEach((name, before) -> {
            JsonNode after = current.get(name);
            if (after == null) {
                place.in(name).breaks("is gone");
            } else {
                parameter(before, after, place.in(name));
            }
        });
        current.forEach((name, parameter) -> {
            if (isRequired(parameter) && !isRequired(released.get(name))) {
                place.in(name).breaks("is now required");
            }
        });
    }

    private void parameter(JsonNode released, JsonNode current, Place place) {
        if (!style(released).equals(style(current))) {
            place.breaks("was written in %s and is in %s".formatted(style(released), style(current)));
        }
        schemas.compare(released.path("schema"), current.path("schema"), REQUEST, place);
        content(released, current, REQUEST, place);
    }

    private void requestBody(JsonNode released, JsonNode current, Place place) {
        if (isRequired(current) && !isRequired(released)) {
            place.breaks("is now required");
        }
        content(released, current, REQUEST, place);
    }

    private void responses(Operation released, Operation current, Place place) {
        Map<String, JsonNode> remaining = current.responses();
        released.responses().forEach((status, before) -> {
            JsonNode after = remaining.get(status);
            if (after != null) {
                content(before, after, RESPONSE, place.in(status));
                headers(released, before, current, after, place.in(status));
            } else if (status.startsWith("2")) {
                place.in(status).breaks("is gone");
            }
        });
    }

    private void headers(Operation released, JsonNode before, Operation current, JsonNode after, Place place) {
        Map<String, JsonNode> remaining = byName(after.path("headers"), current.contract()::resolve);
        byName(before.path("headers"), released.contract()::resolve).forEach((name, header) -> {
            Place at = place.in(" header " + name);
            JsonNode now = remaining.get(name);
            if (now == null) {
                at.breaks("is gone");
            } else if (isRequired(header) && !isRequired(now)) {
                at.breaks("is no longer promised");
            } else {
                schemas.compare(header.path("schema"), now.path("schema"), RESPONSE, at);
            }
        });
    }

    private void content(JsonNode released, JsonNode current, Direction direction, Place place) {
        Map<String, JsonNode> remaining = byName(current.path("content"), Function.identity());
        byName(released.path("content"), Function.identity()).forEach((mediaType, before) -> {
            Place at = place.in(" " + mediaType);
            JsonNode after = remaining.get(mediaType);
            if (after == null) {
                at.breaks("is gone");
            } else {
                schemas.compare(before.path("schema"), after.path("schema"), direction, at.in(" $"));
            }
        });
    }

    /** Header and media type names are one in any case (RFC 9110, 5.1 and 8.3.1). */
    private static Map<String, JsonNode> byName(JsonNode map, Function<JsonNode, JsonNode> resolve) {
        Map<String, JsonNode> byName = new TreeMap<>();
        map.properties()
                .forEach(entry -> byName.put(entry.getKey().toLowerCase(Locale.ROOT), resolve.apply(entry.getValue())));
        return byName;
    }

    /** With the defaults of OpenAPI 3.1, Parameter Object. */
    private static String style(JsonNode parameter) {
        boolean simple = "path header".contains(parameter.path("in").asText());
        String style = parameter.path("style").asText(simple ? "simple" : "form");
        boolean exploded = parameter.path("explode").asBoolean(style.equals("form"));
        return exploded ? style + " (exploded)" : style;
    }

    private static boolean isRequired(@Nullable JsonNode node) {
        return node != null && node.path("required").asBoolean();
    }
}

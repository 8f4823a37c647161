package dev.docket.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Rewrites schemas so that a member which none of them names is an error.
 *
 * <p>{@code unevaluatedProperties: false} (JSON Schema 2020-12 Core, 11.3) goes where a schema is used for a value:
 * a body, a member, an item. It does not go onto the parts that {@code $ref} and {@code allOf} compose for one value,
 * because each part knows only its own members. A schema with {@code additionalProperties} or one that says nothing
 * of objects stays open; so does everything under {@code not}, {@code if} and {@code contains}, which closing would
 * turn into other conditions.
 *
 * <p>Two parts of one {@code allOf} that both describe the same object member are closed apart: such a member is to be
 * described in one place.
 */
final class Closing {
    private static final Set<String> COMPOSING = Set.of("allOf", "anyOf", "oneOf");
    private static final Set<String> ABOUT_MEMBERS =
            Set.of("properties", "patternProperties", "required", "minProperties", "maxProperties");

    private final OpenApi contract;
    private final Direction direction;

    Closing(OpenApi contract, Direction direction) {
        this.contract = contract;
        this.direction = direction;
    }

    /** The schema of a whole value. */
    JsonNode value(JsonNode schema) {
        JsonNode part = part(schema);
        boolean open = part.has("unevaluatedProperties") || !speaksOfMembers(schema, new HashSet<>());
        return open ? part : ((ObjectNode) part).put("unevaluatedProperties", false);
    }

    /** A schema that may be one of several for the same value. */
    JsonNode part(JsonNode schema) {
        if (!schema.isObject()) {
            return schema;
        }
        ObjectNode part = JsonNodeFactory.instance.objectNode();
        schema.properties()
                .forEach(keyword -> part.set(keyword.getKey(), keyword(keyword.getKey(), keyword.getValue())));
        exclude(schema.path("properties"), part);
        return part;
    }

    private JsonNode keyword(String name, JsonNode value) {
        return switch (name) {
            case "allOf", "anyOf", "oneOf", "then", "else" -> each(value, this::part);
            case "dependentSchemas", "$defs" -> members(value, this::part);
            case "properties", "patternProperties" -> members(value, this::value);
            case "items", "prefixItems", "additionalProperties" -> each(value, this::value);
            default -> value;
        };
    }

    /** Members that do not travel this way are never required, and in a response not there at all. */
    private void exclude(JsonNode members, ObjectNode part) {
        members.properties().stream()
                .filter(member -> member.getValue().path(direction.exclusion).asBoolean())
                .forEach(member -> {
                    if (part.get("required") instanceof ArrayNode required) {
                        part.set("required", without(required, member.getKey()));
                    }
                    if (direction == Direction.RESPONSE && part.get("properties") instanceof ObjectNode properties) {
                        properties.remove(member.getKey());
                    }
                });
    }

    private boolean speaksOfMembers(JsonNode schema, Set<String> followed) {
        boolean itself = schema.properties().stream().anyMatch(keyword -> ABOUT_MEMBERS.contains(keyword.getKey()))
                || types(schema).anyMatch(type -> type.asText().equals("object"));
        String ref = schema.path("$ref").asText();
        return itself
                || (!ref.isEmpty() && followed.add(ref) && speaksOfMembers(contract.target(ref), followed))
                || COMPOSING.stream()
                        .flatMap(keyword -> stream(schema.path(keyword)))
                        .anyMatch(part -> speaksOfMembers(part, followed));
    }

    private static Stream<JsonNode> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isTextual() ? Stream.of(type) : stream(type);
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode each(JsonNode schemas, UnaryOperator<JsonNode> rewrite) {
        if (!schemas.isArray()) {
            return rewrite.apply(schemas);
        }
        ArrayNode rewritten = JsonNodeFactory.instance.arrayNode();
        schemas.forEach(schema -> rewritten.add(rewrite.apply(schema)));
        return rewritten;
    }

    private static JsonNode members(JsonNode schemas, UnaryOperator<JsonNode> rewrite) {
        ObjectNode rewritten = JsonNodeFactory.instance.objectNode();
        schemas.properties().forEach(schema -> rewritten.set(schema.getKey(), rewrite.apply(schema.getValue())));
        return rewritten;
    }

    private static ArrayNode without(ArrayNode names, String name) {
        ArrayNode rest = JsonNodeFactory.instance.arrayNode();
        stream(names).filter(each -> !each.asText().equals(name)).forEach(rest::add);
        return rest;
    }
}

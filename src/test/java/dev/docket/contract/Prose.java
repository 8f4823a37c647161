package dev.docket.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** What a schema tells people and not programs (JSON Schema 2020-12 Validation, 9; OpenAPI 3.1, Schema Object). */
final class Prose {
    private static final Set<String> KEYWORDS =
            Set.of("title", "description", "$comment", "default", "deprecated", "example", "examples", "externalDocs");
    /** Their keys are names that the contract chose, not keywords. */
    private static final Set<String> MAPS = Set.of("properties", "patternProperties", "dependentSchemas", "$defs");

    private static final Set<String> VALUES = Set.of("const", "enum");

    private Prose() {}

    static JsonNode strip(JsonNode schema) {
        if (schema.isArray()) {
            ArrayNode parts = JsonNodeFactory.instance.arrayNode();
            schema.forEach(part -> parts.add(strip(part)));
            return parts;
        }
        if (!schema.isObject()) {
            return schema;
        }
        ObjectNode bare = JsonNodeFactory.instance.objectNode();
        schema.properties().stream()
                .filter(keyword -> !KEYWORDS.contains(keyword.getKey()))
                .forEach(keyword -> bare.set(keyword.getKey(), strip(keyword.getKey(), keyword.getValue())));
        return bare;
    }

    private static JsonNode strip(String keyword, JsonNode value) {
        if (VALUES.contains(keyword)) {
            return value;
        }
        if (!MAPS.contains(keyword)) {
            return strip(value);
        }
        ObjectNode schemas = JsonNodeFactory.instance.objectNode();
        value.properties().forEach(schema -> schemas.set(schema.getKey(), strip(schema.getValue())));
        return schemas;
    }
}

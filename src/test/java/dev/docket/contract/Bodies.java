package dev.docket.contract;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The schemas of all bodies that travel one way, closed, and compiled once when first needed. Formats are assertions
 * (JSON Schema 2020-12 Validation, 7.2.2).
 */
final class Bodies {
    private static final String CONTRACT = "urn:docket:contract";
    private static final String BODIES = "x-bodies";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** 2020-12, but what it does not know (OpenAPI's own keywords, extensions) is passed over without a warning. */
    private static final Dialect DIALECT = Dialect.builder(Dialects.getDraft202012())
            .unknownKeywordFactory((keyword, context) -> new NonValidationKeyword(keyword))
            .build();

    private final SchemaRegistry registry;
    private final Map<JsonNode, Integer> places = new HashMap<>();
    private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();

    Bodies(OpenApi contract, Direction direction) {
        Closing closing = new Closing(contract, direction);
        ObjectNode closed = contract.root().deepCopy();
        if (closed.at("/components/schemas") instanceof ObjectNode schemas) {
            schemas.properties().forEach(schema -> schema.setValue(closing.part(schema.getValue())));
        }
        ArrayNode bodies = closed.putArray(BODIES);
        for (JsonNode schema : schemas(contract, direction)) {
            places.put(schema, bodies.size());
            bodies.add(closing.value(schema));
        }
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .locale(Locale.ENGLISH)
                .build();
        registry = SchemaRegistry.withDialect(
                DIALECT,
                builder -> builder.schemas(Map.of(CONTRACT, closed.toString())).schemaRegistryConfig(config));
    }

    /** What is wrong with a JSON text by one of the contract's own schema nodes; empty when nothing is. */
    List<String> complaints(JsonNode schema, byte[] json) {
        if (schema.isMissingNode()) {
            return List.of();
        }
        try {
            List<Error> errors = compiled.computeIfAbsent(schema, this::compile).validate(JSON.readTree(json));
            return errors.stream()
                    .filter(error -> !isEcho(error, errors))
                    .map(Bodies::describe)
                    .distinct()
                    .toList();
        } catch (JsonProcessingException e) {
            return List.of("is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<JsonNode> schemas(OpenApi contract, Direction direction) {
        return contract.operations().stream()
                .flatMap(operation -> operation.contents(direction))
                .flatMap(content -> content.properties().stream())
                .map(mediaType -> mediaType.getValue().path("schema"))
                .collect(toSet());
    }

    private Schema compile(JsonNode schema) {
        return registry.getSchema(SchemaLocation.of(CONTRACT + "#/" + BODIES + "/" + places.get(schema)));
    }

    private static String describe(Error error) {
        String what = isUnnamedMember(error)
                ? "member '%s' is not documented".formatted(error.getProperty())
                : error.getMessage();
        return "at '%s': %s".formatted(error.getInstanceLocation(), what);
    }

    /** A value that fails has evaluated none of its members, so every object around a real error complains as well. */
    private static boolean isEcho(Error error, List<Error> all) {
        return isUnnamedMember(error)
                && all.stream()
                        .filter(other -> !isUnnamedMember(other)
                                || !other.getInstanceLocation().equals(error.getInstanceLocation()))
                        .anyMatch(other -> other.getInstanceLocation().startsWith(error.getInstanceLocation()));
    }

    private static boolean isUnnamedMember(Error error) {
        return "unevaluatedProperties".equals(error.getKeyword());
    }
}

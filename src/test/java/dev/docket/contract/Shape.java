package dev.docket.contract;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * All that a schema says of one value: its own keywords, those behind {@code $ref} and in {@code allOf}, and those of
 * the one alternative to null, folded into one. Members that do not travel in the direction are left out.
 */
final class Shape {
    private static final Set<String> OTHERS = Set.of(
            "pattern",
            "format",
            "multipleOf",
            "uniqueItems",
            "not",
            "if",
            "then",
            "else",
            "prefixItems",
            "contains",
            "minContains",
            "maxContains",
            "propertyNames",
            "patternProperties",
            "dependentRequired",
            "dependentSchemas",
            "unevaluatedItems",
            "unevaluatedProperties",
            "contentEncoding",
            "contentMediaType");

    private final OpenApi contract;
    private final Set<String> followed = new HashSet<>();
    private boolean nullable;

    /** Empty where any will do. */
    final Set<String> types = new LinkedHashSet<>();

    /** Null where any will do. */
    @Nullable
    Set<JsonNode> values;

    final Map<String, JsonNode> members = new LinkedHashMap<>();
    final Set<String> required = new LinkedHashSet<>();
    final Bounds bounds = new Bounds();

    /** Constraints that can only be the same or not. */
    final Set<Map.Entry<String, JsonNode>> others = new LinkedHashSet<>();

    /** Each a list of alternatives. */
    final List<JsonNode> choices = new ArrayList<>();

    JsonNode items = MissingNode.getInstance();
    JsonNode extraMembers = MissingNode.getInstance();
    boolean extensible;

    private Shape(OpenApi contract) {
        this.contract = contract;
    }

    static Shape of(OpenApi contract, JsonNode schema, Direction direction) {
        Shape shape = new Shape(contract);
        shape.fold(schema);
        shape.exclude(direction);
        if (shape.nullable) {
            shape.allowNull();
        }
        return shape;
    }

    boolean allowsExtraMembers() {
        return !extraMembers.isMissingNode() && extraMembers.asBoolean(true);
    }

    private void fold(JsonNode schema) {
        if (schema.isBoolean() && !schema.booleanValue()) {
            others.add(Map.entry("no value", schema));
        }
        schema.properties().forEach(keyword -> fold(keyword.getKey(), keyword.getValue()));
    }

    private void fold(String keyword, JsonNode value) {
        switch (keyword) {
            case "$ref" -> follow(value.asText());
            case "allOf" -> value.forEach(this::fold);
            case "anyOf", "oneOf" -> choose(value);
            case "type" -> restrictTypes(value.isArray() ? texts(value) : Set.of(value.asText()));
            case "enum" -> restrictValues(stream(value).collect(toCollection(LinkedHashSet::new)));
            case "const" -> restrictValues(Set.of(value));
            case "properties" ->
                value.properties().forEach(member -> members.merge(member.getKey(), member.getValue(), Shape::both));
            case "required" -> required.addAll(texts(value));
            case "items" -> items = both(items, value);
            case "additionalProperties" -> extraMembers = both(extraMembers, value);
            case "x-extensible-enum" -> extensible |= value.asBoolean();
            default -> constrain(keyword, value);
        }
    }

    private void follow(String ref) {
        if (followed.add(ref)) {
            fold(contract.target(ref));
        }
    }

    private void choose(JsonNode alternatives) {
        List<JsonNode> proper = stream(alternatives)
                .filter(each -> !each.path("type").asText().equals("null"))
                .toList();
        if (proper.size() == 1 && alternatives.size() == 2) {
            fold(proper.get(0));
            nullable = true;
        } else {
            choices.add(alternatives);
        }
    }

    private void allowNull() {
        if (!types.isEmpty()) {
            types.add("null");
        }
        if (values != null) {
            values.add(NullNode.getInstance());
        }
    }

    private void restrictTypes(Set<String> allowed) {
        Set<String> all = new LinkedHashSet<>(allowed);
        if (all.contains("number")) {
            all.add("integer");
        }
        if (types.isEmpty()) {
            types.addAll(all);
        } else {
            types.retainAll(all);
        }
    }

    private void restrictValues(Set<JsonNode> allowed) {
        Set<JsonNode> both = new LinkedHashSet<>(allowed);
        if (values != null) {
            both.retainAll(values);
        }
        values = both;
    }

    private void constrain(String keyword, JsonNode value) {
        if (Bounds.isBound(keyword)) {
            bounds.tighten(keyword, value.decimalValue());
        } else if (OTHERS.contains(keyword) && value.asBoolean(true)) {
            others.add(Map.entry(keyword, Prose.strip(value)));
        }
    }

    private void exclude(Direction direction) {
        Set<String> foreign = members.entrySet().stream()
                .filter(member -> Stream.of(member.getValue(), contract.resolve(member.getValue()))
                        .anyMatch(schema -> schema.path(direction.exclusion).asBoolean()))
                .map(Map.Entry::getKey)
                .collect(toSet());
        members.keySet().removeAll(foreign);
        required.removeAll(foreign);
    }

    /** One schema that says what two say; saying the same again adds nothing, so that recursion ends. */
    private static JsonNode both(JsonNode one, JsonNode other) {
        Set<JsonNode> parts = new LinkedHashSet<>();
        Stream.of(one, other)
                .filter(schema -> !schema.isMissingNode())
                .flatMap(schema ->
                        schema.size() == 1 && schema.has("allOf") ? stream(schema.path("allOf")) : Stream.of(schema))
                .forEach(parts::add);
        if (parts.size() == 1) {
            return parts.iterator().next();
        }
        ArrayNode allOf = JsonNodeFactory.instance.arrayNode().addAll(parts);
        return JsonNodeFactory.instance.objectNode().set("allOf", allOf);
    }

    private static Set<String> texts(JsonNode array) {
        return stream(array).map(JsonNode::asText).collect(toCollection(LinkedHashSet::new));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}

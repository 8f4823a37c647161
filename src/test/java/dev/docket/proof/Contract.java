package dev.docket.proof;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.contract.OpenApi;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The committed contract, and the members that its schemas speak of. */
final class Contract {

    static final JsonNode ROOT = OpenApi.read(Path.of("openapi.yaml")).root();

    /** No body is deeper. */
    private static final int DEPTH = 8;

    private Contract() {}

    /** What the node stands for. */
    static JsonNode resolve(JsonNode node) {
        String ref = node.path("$ref").asText();
        return ref.isEmpty() ? node : ROOT.at(ref.substring(1));
    }

    /**
     * Every member that a value of the schema can have, at any depth, by its pointer; in arrays that of the first
     * element. What the server owns is there with nothing below it.
     */
    static Map<String, Member> members(JsonNode schema) {
        Map<String, Member> found = new LinkedHashMap<>();
        collect(schema, "", false, DEPTH, found);
        return found;
    }

    /** A member and what the contract says of it, with what stands beside a reference to it. */
    record Member(JsonNode schema, boolean serverOwned) {

        String type() {
            return keyword("type").asText(keyword("enum").isMissingNode() ? "" : "string");
        }

        JsonNode keyword(String name) {
            return schema.has(name) ? schema.path(name) : resolve(schema).path(name);
        }
    }

    private static void collect(JsonNode schema, String at, boolean owned, int depth, Map<String, Member> found) {
        if (depth == 0) {
            return;
        }
        parts(schema).forEach(part -> {
            part.path("properties").properties().forEach(property -> {
                String pointer = at + "/" + property.getKey();
                boolean mine = owned || property.getValue().path("readOnly").asBoolean();
                found.put(pointer, new Member(property.getValue(), mine));
                if (!mine) {
                    collect(property.getValue(), pointer, false, depth - 1, found);
                }
            });
            JsonNode items = part.path("items");
            if (!items.isMissingNode()) {
                found.put(at + "/0", new Member(items, owned));
                collect(items, at + "/0", owned, depth - 1, found);
            }
        });
    }

    /** The schema itself, and all that it is composed of. */
    private static Stream<JsonNode> parts(JsonNode schema) {
        JsonNode own = resolve(schema);
        Stream<JsonNode> composed = Stream.of("allOf", "anyOf", "oneOf")
                .flatMap(keyword -> own.path(keyword).valueStream())
                .flatMap(Contract::parts);
        return Stream.concat(schema.has("$ref") ? Stream.of(schema, own) : Stream.of(own), composed);
    }
}

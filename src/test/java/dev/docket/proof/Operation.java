package dev.docket.proof;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.access.Permission;
import dev.docket.api.Kebab;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An operation of the committed contract.
 *
 * @param needs the permissions of which it takes one; empty where the contract names none
 * @param open whether it takes no token
 * @param parameters those of the path, the query and the header
 */
record Operation(
        String id,
        String method,
        String path,
        List<Permission> needs,
        boolean open,
        List<Parameter> parameters,
        JsonNode node) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    /** A parameter that the contract names: {@code in} is path, query or header. */
    record Parameter(String in, String name) {}

    static List<Operation> all() {
        return Contract.ROOT.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(each -> METHODS.contains(each.getKey()))
                        .map(each -> of(each.getKey(), path.getKey(), each.getValue(), path.getValue())))
                .toList();
    }

    /** Those that take a token. */
    static List<Operation> guarded() {
        return all().stream().filter(operation -> !operation.open()).toList();
    }

    private static Operation of(String method, String path, JsonNode operation, JsonNode shared) {
        List<Permission> needs = stream(operation.path("x-docket-permission"))
                .map(need -> Kebab.constant(Permission.class, need.asText()))
                .toList();
        List<Parameter> parameters = new ArrayList<>();
        Stream.concat(stream(shared.path("parameters")), stream(operation.path("parameters")))
                .map(Contract::resolve)
                .forEach(each -> parameters.add(new Parameter(
                        each.path("in").asText(), each.path("name").asText())));
        JsonNode security = operation.path("security");
        return new Operation(
                operation.path("operationId").asText(),
                method.toUpperCase(Locale.ROOT),
                path,
                needs,
                security.isArray() && security.isEmpty(),
                parameters,
                operation);
    }

    /** The names of the path's variables, in order. */
    List<String> variables() {
        return Arrays.stream(path.split("/", -1))
                .filter(segment -> segment.startsWith("{"))
                .map(segment -> segment.substring(1, segment.length() - 1))
                .toList();
    }

    boolean ofProject() {
        return path.contains("{project}");
    }

    /** Whether it only reads. */
    boolean reads() {
        return method.equals("GET");
    }

    /** The schema of a body of that type; missing where there is none. */
    JsonNode body(String type) {
        return Contract.resolve(node.path("requestBody"))
                .path("content")
                .path(type)
                .path("schema");
    }

    @Override
    public String toString() {
        return id;
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}

package dev.docket.proof;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.access.Permission;
import dev.docket.api.Kebab;
import dev.docket.contract.OpenApi;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An operation of the committed contract.
 *
 * @param needs the permissions of which it takes one; empty where the contract names none
 * @param open whether it takes no token
 */
record Operation(
        String id, String method, String path, List<Permission> needs, boolean open, Optional<String> bodyType) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    static List<Operation> all() {
        OpenApi contract = OpenApi.read(Path.of("openapi.yaml"));
        return contract.root().path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(each -> METHODS.contains(each.getKey()))
                        .map(each -> of(each.getKey(), path.getKey(), each.getValue())))
                .toList();
    }

    /** Those that take a token. */
    static List<Operation> guarded() {
        return all().stream().filter(operation -> !operation.open()).toList();
    }

    private static Operation of(String method, String path, JsonNode operation) {
        List<Permission> needs = stream(operation.path("x-docket-permission"))
                .map(need -> Kebab.constant(Permission.class, need.asText()))
                .toList();
        JsonNode security = operation.path("security");
        return new Operation(
                operation.path("operationId").asText(),
                method.toUpperCase(Locale.ROOT),
                path,
                needs,
                security.isArray() && security.isEmpty(),
                operation.at("/requestBody/content").properties().stream()
                        .map(Map.Entry::getKey)
                        .findFirst());
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

    @Override
    public String toString() {
        return id;
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}

package dev.docket.contract;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The sets of credentials of which any one suffices (OpenAPI 3.1, Security Requirement Object): scopes by scheme. */
record Security(List<Map<String, Set<String>>> alternatives) {

    static Security of(Operation operation) {
        JsonNode own = operation.node().path("security");
        JsonNode effective = own.isMissingNode() ? operation.contract().root().path("security") : own;
        return new Security(
                effective.isEmpty()
                        ? List.of(Map.of())
                        : stream(effective).map(Security::schemes).toList());
    }

    /** Whoever could call before must be able to call with the same credentials now. */
    void compare(Security current, Place place) {
        alternatives.stream()
                .filter(held -> current.alternatives.stream().noneMatch(asked -> suffices(held, asked)))
                .forEach(held -> place.breaks("the credentials %s no longer suffice".formatted(held)));
    }

    private static boolean suffices(Map<String, Set<String>> held, Map<String, Set<String>> asked) {
        return asked.entrySet().stream()
                .allMatch(scheme -> held.containsKey(scheme.getKey())
                        && held.getOrDefault(scheme.getKey(), Set.of()).containsAll(scheme.getValue()));
    }

    private static Map<String, Set<String>> schemes(JsonNode requirement) {
        return requirement.properties().stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        scheme ->
                                stream(scheme.getValue()).map(JsonNode::asText).collect(toSet())));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}

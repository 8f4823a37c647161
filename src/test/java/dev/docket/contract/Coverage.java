package dev.docket.contract;

import static java.util.stream.Collectors.toCollection;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Which documented responses came and which never did. A response is written {@code GET /api/v1/projects/{project} 404}:
 * method, path template, status as documented.
 */
public final class Coverage {
    private final Collection<Operation> operations;
    private final Set<String> seen = new ConcurrentSkipListSet<>();

    Coverage(OpenApi contract) {
        operations = contract.operations();
    }

    void saw(Operation operation, String status) {
        seen.add(response(operation, status));
    }

    public Set<String> seen() {
        return new TreeSet<>(seen);
    }

    public Set<String> unseen() {
        return operations.stream()
                .flatMap(
                        operation -> operation.responses().keySet().stream().map(status -> response(operation, status)))
                .filter(response -> !seen.contains(response))
                .collect(toCollection(TreeSet::new));
    }

    /** Every operation of which no documented response came, as {@code GET /api/v1/projects/{project}}. */
    public Set<String> unexercised() {
        return operations.stream()
                .filter(operation -> operation.responses().keySet().stream()
                        .noneMatch(status -> seen.contains(response(operation, status))))
                .map(Operation::name)
                .collect(toCollection(TreeSet::new));
    }

    private static String response(Operation operation, String status) {
        return operation.name() + " " + status;
    }
}

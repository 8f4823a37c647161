package dev.docket.contract;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the operation of a request, the most literal path template first (OpenAPI 3.1, Paths Object). */
final class Routes {
    private static final String VARIABLE = "\\{[^}/]+}";

    private record Route(Pattern pattern, Operation operation) {}

    private final List<Route> routes;

    Routes(OpenApi contract) {
        routes = contract.operations().stream()
                .sorted(comparing(operation -> openness(operation.path())))
                .map(operation -> new Route(pattern(operation.path()), operation))
                .toList();
    }

    /** HEAD is GET without the content (RFC 9110, 9.3.2), so GET answers for it unless it has an operation. */
    Optional<Operation> find(String method, String path) {
        return match(method, path).or(() -> method.equals("HEAD") ? match("GET", path) : Optional.empty());
    }

    private Optional<Operation> match(String method, String path) {
        return routes.stream()
                .filter(route -> route.operation().method().equals(method))
                .filter(route -> route.pattern().matcher(path).matches())
                .map(Route::operation)
                .findFirst();
    }

    private static Pattern pattern(String template) {
        return Pattern.compile(
                Arrays.stream(template.split(VARIABLE, -1)).map(Pattern::quote).collect(joining("[^/]+")));
    }

    /** One digit a segment, so that text order is specificity: literal, partly variable, variable. */
    private static String openness(String template) {
        return Arrays.stream(template.split("/", -1))
                .map(segment -> segment.matches(VARIABLE) ? "2" : segment.contains("{") ? "1" : "0")
                .collect(joining());
    }
}

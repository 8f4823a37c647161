package dev.docket.contract;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fails a test whose exchange with the service breaks the OpenAPI 3.1 contract, with an {@link AssertionError} that
 * names everything wrong with it.
 *
 * <p>A response must have a documented status, content type and required headers, and a JSON body that is valid against
 * its schema (JSON Schema 2020-12, formats asserted) and has no member that the schema does not name. A JSON request
 * that got a 2xx is held to its schema likewise. Where no operation is known the service may only refuse, with
 * problem+json (RFC 9457). Streams and text are not looked into, and streams are never waited for.
 *
 * <p>Safe for use by several threads; schemas are compiled once.
 */
public final class ContractFilter implements Filter {
    private static final Set<Integer> REFUSALS = Set.of(401, 404, 405, 406, 415);
    private static final String PROBLEM = "application/problem+json";

    private static final int SHOWN_COMPLAINTS = 20;
    private static final int SHOWN_CHARACTERS = 2_000;

    private final List<String> outside;
    private final Routes routes;
    private final RequestCheck requests;
    private final ResponseCheck responses;
    private final Coverage coverage;

    private ContractFilter(OpenApi contract, String... outside) {
        this.outside = List.of(outside);
        routes = new Routes(contract);
        requests = new RequestCheck(contract);
        responses = new ResponseCheck(contract);
        coverage = new Coverage(contract);
    }

    /**
     * Reads the contract.
     *
     * @param outside the beginnings of paths that the contract does not speak of, such as {@code /q/}
     */
    public static ContractFilter of(Path openapiYaml, String... outside) {
        return new ContractFilter(OpenApi.read(openapiYaml), outside);
    }

    /**
     * Reads the contract.
     *
     * @param outside the beginnings of paths that the contract does not speak of, such as {@code /q/}
     */
    public static ContractFilter of(URL openapiYaml, String... outside) {
        return new ContractFilter(OpenApi.read(openapiYaml), outside);
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response response = context.next(request, expected);
        String path = URI.create(request.getURI()).getRawPath();
        if (outside.stream().noneMatch(path::startsWith)) {
            List<String> complaints = routes.find(request.getMethod(), path)
                    .map(operation -> complaints(operation, request, response))
                    .orElseGet(() -> refusal(response));
            report(complaints, request, response);
        }
        return response;
    }

    /** What came so far, of all that the contract documents. */
    public Coverage coverage() {
        return coverage;
    }

    private List<String> complaints(Operation operation, FilterableRequestSpecification request, Response response) {
        return operation
                .response(response.statusCode())
                .map(documented -> complaints(operation, documented, request, response))
                .orElseGet(() -> List.of("status %d; documented: %s"
                        .formatted(response.statusCode(), operation.responses().keySet())));
    }

    private List<String> complaints(
            Operation operation,
            Map.Entry<String, JsonNode> documented,
            FilterableRequestSpecification request,
            Response response) {
        coverage.saw(operation, documented.getKey());
        boolean withContent = !request.getMethod().equals("HEAD");
        List<String> complaints = new ArrayList<>(responses.complaints(documented.getValue(), response, withContent));
        if (response.statusCode() / 100 == 2) {
            complaints.addAll(requests.complaints(operation, request));
        }
        return complaints;
    }

    private static List<String> refusal(Response response) {
        String type = MediaTypes.of(response);
        boolean refused = REFUSALS.contains(response.statusCode()) && type.startsWith(PROBLEM);
        return refused
                ? List.of()
                : List.of("no such operation, but status %d of type '%s'".formatted(response.statusCode(), type));
    }

    private static void report(List<String> complaints, FilterableRequestSpecification request, Response response) {
        if (!complaints.isEmpty()) {
            String type = MediaTypes.of(response);
            String text = complaints.stream()
                    .limit(SHOWN_COMPLAINTS)
                    .map(complaint -> "- " + complaint)
                    .collect(joining("\n"));
            throw new AssertionError("%s %s -> %d breaks the contract:%n%s%nresponse: %s"
                    .formatted(
                            request.getMethod(),
                            request.getURI(),
                            response.statusCode(),
                            text,
                            MediaTypes.isJson(type) ? beginning(response.asString()) : type));
        }
    }

    private static String beginning(String body) {
        return body.length() <= SHOWN_CHARACTERS ? body : body.substring(0, SHOWN_CHARACTERS) + "…";
    }
}

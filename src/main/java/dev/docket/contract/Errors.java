package dev.docket.contract;

import dev.docket.api.ProblemType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Names every error that an operation can answer with: what its method, parameters and body make possible. */
final class Errors {

    /** Sorted: the contract is compared byte for byte. */
    private static final Map<Integer, String> NAMES = new TreeMap<>(Map.ofEntries(
            Map.entry(400, "Unreadable"),
            Map.entry(401, "Unauthenticated"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "NotFound"),
            Map.entry(406, "NotAcceptable"),
            Map.entry(409, "Conflict"),
            Map.entry(410, "Gone"),
            Map.entry(412, "PreconditionFailed"),
            Map.entry(413, "PayloadTooLarge"),
            Map.entry(415, "UnsupportedMediaType"),
            Map.entry(422, "Unprocessable"),
            Map.entry(428, "PreconditionRequired"),
            Map.entry(429, "TooManyRequests"),
            Map.entry(500, "InternalError"),
            Map.entry(503, "Unavailable")));

    private static final String GONE =
            "It was there and is not any more: a part of the feed as old as the cursor, or the content of a revision.";

    private final OpenAPI api;

    Errors(OpenAPI api) {
        this.api = api;
    }

    void add() {
        NAMES.forEach((status, name) -> api.getComponents().addResponse(name, response(status)));
        api.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().forEach((method, operation) -> add(path, method, operation)));
    }

    private static void add(String path, PathItem.HttpMethod method, Operation operation) {
        boolean open = path.startsWith("/problems");
        if (open) {
            operation.setSecurity(List.of());
        }
        statuses(path, method, operation).forEach(status -> {
            String name = NAMES.get(status);
            operation
                    .getResponses()
                    .addAPIResponse(
                            Integer.toString(status),
                            OASFactory.createAPIResponse().ref("#/components/responses/" + name));
        });
    }

    private static Stream<Integer> statuses(String path, PathItem.HttpMethod method, Operation operation) {
        boolean open = path.startsWith("/problems");
        boolean write = method != PathItem.HttpMethod.GET;
        boolean body = operation.getRequestBody() != null;
        boolean conditional = has(operation, "If-Match");
        Stream<Integer> always = Stream.of(406, 500, 503);
        Stream<Integer> signedIn = open ? Stream.of() : Stream.of(401, 403, 429);
        Stream<Integer> asked =
                body || inQuery(operation) || method == PathItem.HttpMethod.POST ? Stream.of(400) : Stream.of();
        Stream<Integer> found = path.contains("{") ? Stream.of(404) : Stream.of();
        Stream<Integer> writing = write ? Stream.of(409, 422) : Stream.of();
        Stream<Integer> reading = body ? Stream.of(413, 415) : Stream.of();
        Stream<Integer> matching = conditional ? Stream.of(412, 428) : Stream.of();
        Stream<Integer> past =
                path.endsWith("/events") || (!write && has(operation, "revision")) ? Stream.of(410) : Stream.of();
        return Stream.of(always, signedIn, asked, found, writing, reading, matching, past)
                .flatMap(each -> each)
                .sorted();
    }

    private static boolean inQuery(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> parameter.getIn() == Parameter.In.QUERY);
    }

    private static boolean has(Operation operation, String header) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> header.equals(parameter.getName()));
    }

    private static APIResponse response(int status) {
        ProblemType type = ProblemType.ofStatus(status);
        APIResponse response = OASFactory.createAPIResponse()
                .description(status == 410 ? GONE : type.explanation())
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))
                                        .example(example(type))));
        return switch (status) {
            case 401 -> response.addHeader("WWW-Authenticate", header("How to sign in.", "Bearer"));
            case 412 -> response.addHeader("ETag", header("The tag that the resource has now.", "\"4\""));
            case 429 -> RateLimits.add(response.addHeader("Retry-After", header("Seconds to wait.", "2")));
            case 503 -> response.addHeader("Retry-After", header("Seconds to wait.", "2"));
            default -> response;
        };
    }

    private static Map<String, Object> example(ProblemType type) {
        return new TreeMap<>(Map.of(
                "type", type.uri().toString(),
                "title", type.title(),
                "status", type.status(),
                "detail", type.explanation(),
                "instance", "/api/v1/projects/payments/adrs/42",
                "traceId", "5f0c1e2d7a9b4c3e8d6f1a2b3c4d5e6f"));
    }

    static Header header(String description, String example) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.STRING)
                        .maxLength(2_000))
                .example(example);
    }
}

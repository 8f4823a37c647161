package dev.docket.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Says of each success what the code does and the scan cannot see: its status and its headers. */
final class Tidy {

    /** Types of libraries, which the scan takes for ours. */
    private static final Set<String> NOT_OURS =
            Set.of("JsonNode", "JsonNodeType", "HttpProblem", "HttpValidationProblem", "Violation");

    private static final List<String> CREATING = List.of("create", "add", "request");

    private final OpenAPI api;

    Tidy(OpenAPI api) {
        this.api = api;
    }

    void tidy() {
        NOT_OURS.forEach(api.getComponents()::removeSchema);
        api.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().forEach((method, operation) -> {
                    patches(operation);
                    success(method, operation);
                    sort(operation);
                }));
    }

    /** A patch is what its media type says, whatever it patches. */
    private static void patches(Operation operation) {
        if (operation.getRequestBody() != null) {
            operation
                    .getRequestBody()
                    .getContent()
                    .getMediaTypes()
                    .forEach((type, media) -> Patch.schema(type).ifPresent(media::setSchema));
        }
    }

    private static void success(PathItem.HttpMethod method, Operation operation) {
        APIResponses responses = operation.getResponses();
        APIResponse ok = responses.getAPIResponse("200");
        if (method == PathItem.HttpMethod.POST
                && ok != null
                && CREATING.stream().anyMatch(operation.getOperationId()::startsWith)) {
            responses.removeAPIResponse("200");
            ok.description("Created.");
            ok.addHeader("Location", Errors.header("Where it is.", "/api/v1/projects/payments/adrs/42"));
            ok.addHeader("ETag", tag());
            responses.addAPIResponse("201", ok);
        } else if (ok != null && carriesTag(operation)) {
            ok.addHeader("ETag", tag());
        }
        if (ok != null && has(operation, "If-None-Match") && method == PathItem.HttpMethod.GET) {
            responses.addAPIResponse(
                    "304",
                    OASFactory.createAPIResponse()
                            .description("Nothing is newer.")
                            .addHeader("ETag", tag()));
        }
    }

    private static boolean carriesTag(Operation operation) {
        return has(operation, "If-Match")
                || has(operation, "If-None-Match")
                        && !operation.getOperationId().startsWith("list");
    }

    private static boolean has(Operation operation, String header) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> header.equals(parameter.getName()));
    }

    private static org.eclipse.microprofile.openapi.models.headers.Header tag() {
        return OASFactory.createHeader()
                .description("The version, for If-Match and If-None-Match.")
                .required(true)
                .schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.STRING)
                        .maxLength(100))
                .example("\"3\"");
    }

    /** In the order of their numbers, so that a person finds them. */
    private static void sort(Operation operation) {
        Map<String, APIResponse> sorted = new LinkedHashMap<>();
        operation.getResponses().getAPIResponses().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        operation.getResponses().setAPIResponses(sorted);
    }
}

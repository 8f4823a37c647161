package dev.docket.contract;

import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Says of every answer to somebody signed in how much that principal may still ask. */
final class RateLimits {

    private static final String POLICY = "RateLimit-Policy";
    private static final String LIMIT = "RateLimit";

    private final OpenAPI api;

    RateLimits(OpenAPI api) {
        this.api = api;
    }

    void add() {
        api.getComponents()
                .addHeader(
                        POLICY,
                        Errors.header(
                                "What is allowed: q requests in w seconds, by principal or, for sign-ins that failed, "
                                        + "by address (draft-ietf-httpapi-ratelimit-headers-10). Absent where the limit is off.",
                                "\"principal\";q=3000;w=30"))
                .addHeader(
                        LIMIT,
                        Errors.header(
                                "What is left: r requests now, all of them again in t seconds.",
                                "\"principal\";r=2987;t=1"));
        api.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().values().stream()
                        .filter(operation -> !path.startsWith("/problems"))
                        .forEach(RateLimits::add));
    }

    private static void add(Operation operation) {
        operation.getResponses().getAPIResponses().entrySet().stream()
                .filter(response ->
                        response.getKey().startsWith("2") || response.getKey().equals("304"))
                .map(Map.Entry::getValue)
                .forEach(RateLimits::add);
    }

    /** The answer with both fields. */
    static APIResponse add(APIResponse response) {
        return response.addHeader(POLICY, OASFactory.createHeader().ref("#/components/headers/" + POLICY))
                .addHeader(LIMIT, OASFactory.createHeader().ref("#/components/headers/" + LIMIT));
    }
}

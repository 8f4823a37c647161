package dev.docket;

import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.contract.ContractFilter;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The service as its clients see it. Every test makes its own projects and principals. */
public final class Api {

    /** The token of the global admin. */
    public static final String ADMIN = "the-bootstrap-token-of-the-tests-0123456789";

    /** Every answer that a test gets is held to the contract. */
    private static final ContractFilter CONTRACT = ContractFilter.of(Path.of("openapi.yaml"), "/q/");

    private static final PlainPaths PATHS = new PlainPaths();
    private static final PlainSending SENDING = new PlainSending();

    private Api() {}

    /** A request by the bearer of the token. */
    public static RequestSpecification as(String token) {
        return anonymous().header("Authorization", "Bearer " + token);
    }

    /** A request by nobody. */
    public static RequestSpecification anonymous() {
        return given().filter(PATHS)
                .filter(CONTRACT)
                .filter(SENDING)
                .config(RestAssuredConfig.config()
                        .encoderConfig(encoderConfig()
                                .defaultContentCharset("UTF-8")
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)));
    }

    /** A name that no other test uses; fit for a project, a principal or a role. */
    public static String unique(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 13);
    }

    /** The key of a new project that every principal reads. */
    public static String project() {
        return project(Map.of());
    }

    /** The key of a new project with these members in its JSON. */
    public static String project(Map<String, ?> said) {
        String key = unique("p");
        Map<String, Object> body = new HashMap<>(Map.of("key", key, "name", "Project " + key));
        body.putAll(said);
        created(as(ADMIN).contentType(ContentType.JSON).body(body).post("/api/v1/projects"));
        return key;
    }

    /** Makes the principal a member of the project with these roles, whatever it was before. */
    public static void member(String project, String principal, List<String> roles, List<String> policyRoles) {
        String path = "/api/v1/projects/" + project + "/members/" + principal;
        String tag = as(ADMIN).get(path).header("ETag");
        Response put = as(ADMIN)
                .contentType(ContentType.JSON)
                .header(tag == null ? "If-None-Match" : "If-Match", tag == null ? "*" : tag)
                .body(Map.of("roles", roles, "policyRoles", policyRoles))
                .put(path);
        assertThat(put.statusCode()).as(put.asString()).isBetween(200, 201);
    }

    /** Ends the principal's membership. */
    public static void removeMember(String project, String principal) {
        String path = "/api/v1/projects/" + project + "/members/" + principal;
        String tag = as(ADMIN).get(path).header("ETag");
        assertThat(as(ADMIN).header("If-Match", tag).delete(path).statusCode()).isEqualTo(204);
    }

    /** Sets what is said of the policy; the rest of it stays. */
    public static void policy(String project, Map<String, ?> said) {
        Response patched = as(ADMIN)
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(Map.of("policy", said))
                .patch("/api/v1/projects/" + project);
        assertThat(patched.statusCode()).as(patched.asString()).isEqualTo(200);
    }

    /** A new token of any scope for the principal, which is made if need be. */
    public static String principalToken(String principal) {
        return principalToken(principal, "read", "write", "admin");
    }

    /** A new token of these scopes for the principal, which is made if need be. */
    public static String principalToken(String principal, String... scopes) {
        return token(Map.of("principal", principal, "name", "test", "scopes", scopes))
                .path("token");
    }

    /** A new token as the admin asks for it. */
    public static Response token(Map<String, ?> wanted) {
        return created(as(ADMIN).contentType(ContentType.JSON).body(wanted).post("/api/v1/tokens"));
    }

    private static Response created(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
        return response;
    }

    /** The places at fault in an answer of that status, each as {@code pointer code}. */
    public static List<String> errors(Response response, int status) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        return response.<List<Map<String, String>>>path("errors").stream()
                .map(error -> error.get("pointer") + " " + error.get("code"))
                .toList();
    }
}

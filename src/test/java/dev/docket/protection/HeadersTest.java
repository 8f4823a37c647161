package dev.docket.protection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every answer tells browsers and caches, whatever its status. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class HeadersTest {

    private static final String PROJECTS = "/api/v1/projects";
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    @Test
    void everyAnswerOfTheApiHasThem() {
        String project = PROJECTS + "/" + Api.project();
        api(Api.as(Api.ADMIN).get(project), 200);
        api(Api.as(Api.ADMIN).header("If-None-Match", "\"1\"").get(project), 304);
        api(Api.as(Api.ADMIN).queryParam("colour", "red").get(PROJECTS), 400);
        api(Api.anonymous().get(project), 401);
        api(Api.as(Api.principalToken(Api.unique("r"), "write")).get(project), 403);
        api(Api.as(Api.ADMIN).get(PROJECTS + "/none"), 404);
        api(Api.as(Api.ADMIN).get("/api/v1/nowhere"), 404);
        api(Api.as(Api.ADMIN).delete(PROJECTS), 405);
        api(Api.as(Api.ADMIN).accept("image/png").get(PROJECTS), 406);
        api(
                Api.as(Api.ADMIN)
                        .contentType(ContentType.JSON)
                        .header("If-Match", "\"7\"")
                        .body("{}")
                        .put(project),
                412);
        api(
                Api.as(Api.ADMIN)
                        .contentType(ContentType.JSON)
                        .body("x".repeat(5 << 20))
                        .post(PROJECTS),
                413);
        api(Api.as(Api.ADMIN).contentType("text/csv").body("x").post(PROJECTS), 415);
        api(Api.as(Api.ADMIN).contentType(ContentType.JSON).body("{}").post(PROJECTS), 422);
        api(Api.as(Api.ADMIN).contentType(ContentType.JSON).body("{}").put(project), 428);
    }

    @Test
    void anAnswerWithASecretIsStoredByNobody() {
        Response made = Api.token(Map.of("principal", Api.unique("r"), "name", "x"));
        headers(made, 201);
        assertThat(made.getHeaders().getValues("Cache-Control")).containsExactly("no-store");
    }

    @Test
    void thePagesHaveThemToo() {
        headers(given().get("/problems"), 200);
        headers(given().get("/q/openapi"), 200);
        Response ui = given().get("/q/swagger-ui/");
        assertThat(ui.statusCode()).isEqualTo(200);
        assertThat(ui.header("Content-Security-Policy"))
                .contains("script-src 'self' 'unsafe-inline'", "frame-ancestors 'none'");
        assertThat(ui.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void transportSecurityIsTheProxysUntilTlsIsSeen() {
        assertThat(Api.as(Api.ADMIN).get(PROJECTS).header("Strict-Transport-Security"))
                .isNull();
        assertThat(Api.as(Api.ADMIN)
                        .header("X-Forwarded-Proto", "https")
                        .get(PROJECTS)
                        .header("Strict-Transport-Security"))
                .as("nobody said that proxies are to be believed")
                .isNull();
    }

    @Test
    void otherOriginsAreServedNothingUntilConfigured() {
        Response read =
                Api.as(Api.ADMIN).header("Origin", "https://evil.example").get(PROJECTS);
        assertThat(read.getHeaders().asList())
                .noneMatch(header -> header.getName().startsWith("Access-Control"));
        Response preflight = given().header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "GET")
                .options(PROJECTS);
        assertThat(preflight.getHeaders().asList())
                .noneMatch(header -> header.getName().startsWith("Access-Control"));
    }

    @Test
    void everyAnswerToSomebodySignedInSaysWhatIsLeft() {
        Response read = Api.as(Api.principalToken(Api.unique("r"))).get(PROJECTS);
        assertThat(read.header("RateLimit-Policy")).isEqualTo("\"principal\";q=1000000;w=1");
        assertThat(read.header("RateLimit")).matches("\"principal\";r=999999;t=1");
        assertThat(Api.anonymous().get("/problems").header("RateLimit")).isNull();
        assertThat(Api.anonymous().get(PROJECTS).header("RateLimit")).isNull();
    }

    private static void api(Response response, int status) {
        headers(response, status);
        assertThat(response.header("Cache-Control")).isEqualTo("private, no-cache");
    }

    private static void headers(Response response, int status) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.getHeaders().getValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(response.getHeaders().getValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(response.getHeaders().getValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(response.getHeaders().getValues("Content-Security-Policy")).containsExactly(NOTHING);
    }
}

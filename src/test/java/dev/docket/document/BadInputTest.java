package dev.docket.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.document.content.Kind;
import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be read, or breaks a rule: a problem that names the place, and nothing written. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class BadInputTest {

    private Desk desk;

    @BeforeEach
    void aNewProject() {
        desk = Desk.ofNewProject();
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("{\"title\": ", 400, "/title"),
                Arguments.of("", 400, ""),
                Arguments.of("[]", 400, ""),
                Arguments.of("null", 400, ""),
                Arguments.of("{\"title\":\"a\"} {}", 400, ""),
                Arguments.of("{\"title\":\"a\",\"title\":\"b\"}", 400, "/title"),
                Arguments.of("{\"title\":1}", 400, "/title"),
                Arguments.of("{\"title\":true}", 400, "/title"),
                Arguments.of("{\"titel\":\"a\"}", 400, "/titel"),
                Arguments.of("{\"title\":\"a\",\"context\":{\"problm\":\"p\"}}", 400, "/context/problm"),
                Arguments.of("{\"title\":\"a\",\"options\":[{\"name\":\"n\",\"prose\":[]}]}", 400, "/options/0/prose"),
                Arguments.of("{\"title\":\"a\",\"options\":{}}", 400, "/options"),
                Arguments.of("{\"title\":\"a\",\"reviewOn\":\"soon\"}", 400, "/reviewOn"),
                Arguments.of("{\"title\":\"a\",\"summary\":\"no ADR has one\"}", 400, "/summary"),
                Arguments.of("{\"title\":\"a\\u0000b\"}", 400, "/title"),
                Arguments.of("{\"title\":\"a\\ud800b\"}", 400, "/title"),
                Arguments.of("{\"title\":\"a\",\"context\":" + "[".repeat(70) + "]".repeat(70) + "}", 400, null),
                Arguments.of("{}", 422, "/title"),
                Arguments.of("{\"title\":\"  \"}", 422, "/title"),
                Arguments.of("{\"title\":\"" + "x".repeat(201) + "\"}", 422, "/title"),
                Arguments.of("{\"title\":\"a\",\"tags\":[\"No Kebab\"]}", 422, "/tags/0"),
                Arguments.of("{\"title\":\"a\",\"tags\":[null]}", 422, "/tags/0"),
                Arguments.of("{\"title\":\"a\",\"options\":[{}]}", 422, "/options/0/name"),
                Arguments.of(
                        "{\"title\":\"a\",\"options\":[{\"id\":\"x\",\"name\":\"A\"},{\"id\":\"x\",\"name\":\"B\"}]}",
                        422,
                        "/options/1/id"),
                Arguments.of(
                        "{\"title\":\"a\",\"options\":[{\"name\":\"A\",\"verdict\":\"chosen\"},{\"name\":\"B\",\"verdict\":\"chosen\"}]}",
                        422,
                        "/options"),
                Arguments.of("{\"title\":\"a\",\"decision\":{\"chosen\":\"nobody\"}}", 422, "/decision/chosen"),
                Arguments.of("{\"title\":\"a\",\"number\":7}", 422, "/number"),
                Arguments.of("{\"title\":\"a\",\"revision\":1}", 422, "/revision"),
                Arguments.of("{\"title\":\"a\",\"status\":\"accepted\"}", 422, "/status"),
                Arguments.of("{\"title\":\"a\",\"record\":[]}", 422, "/record"),
                Arguments.of("{\"title\":\"a\",\"approvals\":[{\"required\":true}]}", 422, "/approvals/0/role"),
                Arguments.of(
                        "{\"title\":\"a\",\"risks\":[{\"description\":\"r\",\"severity\":9}]}",
                        422,
                        "/risks/0/severity"),
                Arguments.of("{\"title\":\"a\",\"links\":[{\"rel\":\"ticket\"}]}", 422, "/links/0/target"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aBadBodyIsRefusedAtItsPlace(String body, int status, String pointer) {
        Response response = desk.request()
                .contentType("application/json")
                .body(body.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post(desk.path(Kind.ADR));
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        if (pointer != null) {
            assertThat(response.<String>path("errors[0].pointer"))
                    .as(response.asString())
                    .isEqualTo(pointer);
        }
        assertThat(response.asString()).doesNotContain("jackson", "java.", "Exception", "SELECT");
        assertThat(desk.request().get(desk.path(Kind.ADR)).<Integer>path("items.size()"))
                .isZero();
    }

    @Test
    void whatIsTooLargeIs413() {
        byte[] body = ("{\"title\":\"" + "x".repeat(5 << 20) + "\"}").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Response response =
                desk.request().contentType("application/json").body(body).post(desk.path(Kind.ADR));
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.<String>path("type")).isEqualTo("/problems/payload-too-large");
    }

    @Test
    void theFrameworksRefusalsAreProblemsToo() {
        String path = desk.path(Kind.ADR);
        problem(desk.request().contentType("text/plain").body("x").post(path), 415, "unsupported-media-type");
        problem(desk.request().accept("text/css").get(path), 406, "not-acceptable");
        Response method = desk.request().delete(path);
        problem(method, 405, "method-not-allowed");
        assertThat(method.header("Allow")).contains("GET", "POST");
        problem(desk.request().get("/api/v1/nowhere"), 404, "not-found");
        problem(desk.request().get(path + "/007"), 404, "not-found");
        problem(desk.request().get(path + "/99999999999"), 404, "not-found");
        problem(desk.request().get(path + "?colour=red"), 400, "unreadable");
        problem(desk.request().get(path + "?limit=0"), 400, "unreadable");
        problem(desk.request().get(path + "?limit=x"), 400, "unreadable");
        problem(desk.request().get(path + "?cursor=x"), 400, "unreadable");
        problem(desk.request().get(path + "?status=unknown"), 400, "unreadable");
        problem(desk.request().get("/api/v1/projects/no-such-project/adrs"), 404, "not-found");
    }

    @Test
    void aPatchOfAnotherTypeIsToldWhichAreRead() {
        int number = desk.created(Kind.ADR, Map.of("title", "Patched"));
        Response response = desk.request()
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body("{}")
                .patch(desk.path(Kind.ADR, number));
        problem(response, 415, "unsupported-media-type");
        assertThat(response.header("Accept-Patch")).contains("merge-patch", "json-patch");
    }

    @Test
    void writesNeedTheTagOfWhatTheyAreBasedOn() {
        int number = desk.created(Kind.ADR, Map.of("title", "Conditional"));
        var request = desk.request().contentType("application/merge-patch+json").body("{\"title\":\"Other\"}");
        problem(request.patch(desk.path(Kind.ADR, number)), 428, "precondition-required");
        Response stale = desk.patch(Kind.ADR, number, "\"2\"", Map.of("title", "Other"));
        problem(stale, 412, "precondition-failed");
        assertThat(stale.header("ETag")).isEqualTo("\"1\"");
        problem(desk.patch(Kind.ADR, number, "W/\"1\"", Map.of("title", "Other")), 412, "precondition-failed");
        assertThat(desk.request()
                        .header("If-None-Match", "\"1\"")
                        .get(desk.path(Kind.ADR, number))
                        .statusCode())
                .isEqualTo(304);
        assertThat(desk.patch(Kind.ADR, number, "\"7\", \"1\"", Map.of("title", "Other"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aJsonPatchIsAllOrNothing() {
        int number = desk.created(Kind.ADR, Map.of("title", "Patched"));
        Response failed = jsonPatch(
                desk,
                number,
                "[{\"op\":\"replace\",\"path\":\"/title\",\"value\":\"Other\"},{\"op\":\"test\",\"path\":\"/title\",\"value\":\"No\"}]");
        assertThat(failed.statusCode()).isEqualTo(422);
        assertThat(desk.read(Kind.ADR, number).get("title").asText()).isEqualTo("Patched");
        assertThat(jsonPatch(desk, number, "{\"op\":\"add\"}").statusCode()).isEqualTo(400);
        assertThat(jsonPatch(desk, number, "[{\"op\":\"add\",\"path\":\"no-pointer\",\"value\":1}]")
                        .statusCode())
                .isBetween(400, 422);
        assertThat(jsonPatch(desk, number, "[{\"op\":\"remove\",\"path\":\"/title\"}]")
                        .statusCode())
                .isEqualTo(422);
        assertThat(jsonPatch(desk, number, "[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"accepted\"}]")
                        .statusCode())
                .isEqualTo(422);
        Response done = jsonPatch(
                desk,
                number,
                "[{\"op\":\"test\",\"path\":\"/title\",\"value\":\"Patched\"},{\"op\":\"add\",\"path\":\"/tags\",\"value\":[\"a\"]}]");
        assertThat(done.statusCode()).as(done.asString()).isEqualTo(200);
    }

    @Test
    void whatWasReadCanBeSentBackUnchanged() {
        int number = desk.inStatus(Kind.ADR, dev.docket.document.content.Status.ACCEPTED);
        var document = desk.read(Kind.ADR, number);
        Response same = desk.request()
                .contentType("application/json")
                .header("If-Match", desk.tag(Kind.ADR, number))
                .body(document)
                .put(desk.path(Kind.ADR, number));
        assertThat(same.statusCode()).as(same.asString()).isEqualTo(200);
        assertThat(Desk.tree(same)).isEqualTo(document);
    }

    private static Response jsonPatch(Desk desk, int number, String patch) {
        return desk.request()
                .contentType("application/json-patch+json")
                .header("If-Match", "\"1\"")
                .body(patch)
                .patch(desk.path(Kind.ADR, number));
    }

    private static void problem(Response response, int status, String slug) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.<String>path("type")).isEqualTo("/problems/" + slug);
        assertThat(response.<Integer>path("status")).isEqualTo(status);
        assertThat(response.<String>path("traceId")).matches("[0-9a-f]{32}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/members",
                "/members/mira",
                "/export",
                "/imports/1",
                "/adrs",
                "/adrs/1",
                "/adrs/1/revisions",
                "/adrs/1/revisions/1",
                "/adrs/1/revisions/1/diff",
                "/adrs/1/transitions",
                "/adrs/1/options",
                "/adrs/1/links",
                "/adrs/1/approvals/a1"
            })
    void noProjectHasNulInItsKey(String below) {
        for (String key : List.of("%00", "pay%00ments")) {
            Response answer = desk.request().urlEncodingEnabled(false).get("/api/v1/projects/" + key + below);
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(404);
        }
    }

    @Test
    void nothingIsAcceptedInAProjectWithNulInItsKey() {
        Response answer = desk.request()
                .urlEncodingEnabled(false)
                .contentType("application/json")
                .header("If-Match", "*")
                .body(Map.of("to", "accepted"))
                .post("/api/v1/projects/%00/adrs/1/transitions");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(404);
    }
}

package dev.docket.project;

import static dev.docket.project.Requests.JSON_PATCH;
import static dev.docket.project.Requests.MERGE;
import static dev.docket.project.Requests.PROJECTS;
import static dev.docket.project.Requests.get;
import static dev.docket.project.Requests.patch;
import static dev.docket.project.Requests.path;
import static dev.docket.project.Requests.post;
import static dev.docket.project.Requests.put;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A project from its making to its archive. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class ProjectsTest {

    @Test
    void itIsMadeWithEveryDefault() {
        String key = Api.unique("p");
        Response made = post(Api.ADMIN, Map.of("key", key, "name", "Payments"));
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.header("Location")).endsWith(PROJECTS + "/" + key);
        assertThat(made.header("ETag")).isEqualTo("\"1\"");
        String rules = """
                {"requiredRoles": [], "minApprovals": 0, "authorMayApprove": false, "authorMayAccept": false,
                 "staleOnEdit": true, "openQuestionsBlock": true}""";
        String expected = """
                {
                  "key": "%s", "name": "Payments", "visibility": "internal", "archived": false, "version": 1,
                  "policy": {"adr": %s, "rfc": %s},
                  "createdAt": "${json-unit.any-string}", "createdBy": "admin",
                  "updatedAt": "${json-unit.any-string}", "updatedBy": "admin"
                }
                """.formatted(key, rules, rules);
        assertThatJson(made.asString()).isEqualTo(expected);
        assertThatJson(get(key).asString()).isEqualTo(made.asString());
        assertThat(Api.as(Api.ADMIN).get(path(key) + "/members/admin").<List<String>>path("roles"))
                .containsExactly("maintainer");
    }

    @Test
    void aKeyIsTakenOnce() {
        String key = Api.project();
        Response again = post(Api.ADMIN, Map.of("key", key, "name", "Another"));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.<String>path("type")).isEqualTo("/problems/taken");
    }

    @Test
    void onlyAnAdminMakesOne() {
        Map<String, String> wanted = Map.of("key", Api.unique("p"), "name", "x");
        assertThat(post(Api.principalToken(Api.unique("mira")), wanted).statusCode())
                .isEqualTo(403);
        String admin = Api.unique("admin");
        Api.token(Map.of("principal", admin, "name", "x", "globalRoles", List.of("admin")));
        assertThat(post(Api.principalToken(admin, "read", "write"), wanted).statusCode())
                .isEqualTo(403);
        assertThat(post(Api.principalToken(admin, "admin"), wanted).statusCode())
                .isEqualTo(201);
    }

    @Test
    void whatIsReadCanBeEditedAndPutBack() {
        String key = Api.project();
        Map<String, Object> read = new HashMap<>(get(key).jsonPath().<String, Object>getMap("$"));
        read.put("description", "Everything that moves money.");
        Response put = put(Api.ADMIN, key, "\"1\"", read);
        assertThat(put.statusCode()).as(put.asString()).isEqualTo(200);
        assertThat(put.header("ETag")).isEqualTo("\"2\"");
        assertThat(put.<String>path("description")).isEqualTo("Everything that moves money.");
        assertThat(put.<String>path("createdAt")).isEqualTo(read.get("createdAt"));
        assertThatJson(get(key).asString()).isEqualTo(put.asString());
    }

    @Test
    void aPutThatLeavesThingsOutSetsThemBack() {
        String key = Api.project(Map.of(
                "description", "x", "visibility", "restricted", "policy", Map.of("adr", Map.of("minApprovals", 2))));
        Response put = put(Api.ADMIN, key, "*", Map.of("name", "New"));
        assertThat(put.statusCode()).isEqualTo(200);
        assertThatJson(put.asString()).node("description").isAbsent();
        assertThatJson(put.asString()).node("visibility").isEqualTo("internal");
        assertThatJson(put.asString()).node("policy.adr.minApprovals").isEqualTo(0);
    }

    @Test
    void bothPatchFormatsAreRead() {
        String key = Api.project(Map.of("description", "old"));
        Response merged = patch(Api.ADMIN, key, "\"1\"", MERGE, """
                {"description": null, "policy": {"adr": {"requiredRoles": ["security", "security"], "minApprovals": 2}}}
                """);
        assertThat(merged.statusCode()).as(merged.asString()).isEqualTo(200);
        assertThatJson(merged.asString()).node("description").isAbsent();
        assertThatJson(merged.asString()).node("policy.adr.requiredRoles").isEqualTo("[\"security\"]");
        assertThatJson(merged.asString()).node("policy.adr.staleOnEdit").isEqualTo(true);
        Response patched = patch(Api.ADMIN, key, "\"2\"", JSON_PATCH, """
                [{"op": "test", "path": "/policy/adr/minApprovals", "value": 2},
                 {"op": "replace", "path": "/name", "value": "Payouts"},
                 {"op": "add", "path": "/policy/adr/requiredRoles/-", "value": "legal"}]
                """);
        assertThat(patched.statusCode()).as(patched.asString()).isEqualTo(200);
        assertThat(patched.header("ETag")).isEqualTo("\"3\"");
        assertThatJson(patched.asString()).node("name").isEqualTo("Payouts");
        assertThatJson(patched.asString()).node("policy.adr.requiredRoles").isEqualTo("[\"security\", \"legal\"]");
        Response failed = patch(Api.ADMIN, key, "\"3\"", JSON_PATCH, """
                [{"op": "replace", "path": "/name", "value": "Lost"}, {"op": "test", "path": "/archived", "value": true}]
                """);
        assertThat(failed.statusCode()).isEqualTo(422);
        assertThat(get(key).<String>path("name")).isEqualTo("Payouts");
    }

    @Test
    void anotherPatchFormatIsRefusedWithThoseThatAreRead() {
        String key = Api.project();
        for (String type : List.of("application/json", "text/plain", "application/xml")) {
            Response refused = patch(Api.ADMIN, key, "\"1\"", type, "{}");
            assertThat(refused.statusCode()).as(type).isEqualTo(415);
            assertThat(refused.header("Accept-Patch")).isEqualTo(MERGE + ", " + JSON_PATCH);
            assertThat(refused.<String>path("type")).isEqualTo("/problems/unsupported-media-type");
        }
        assertThat(Api.as(Api.ADMIN)
                        .contentType("text/csv")
                        .body("a,b")
                        .post(PROJECTS)
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void everyWriteNamesTheVersionItIsBasedOn() {
        String key = Api.project();
        assertThat(put(Api.ADMIN, key, null, Map.of("name", "x")).statusCode()).isEqualTo(428);
        Response stale = put(Api.ADMIN, key, "\"2\"", Map.of("name", "x"));
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(stale.header("ETag")).isEqualTo("\"1\"");
        assertThat(put(Api.ADMIN, key, "W/\"1\"", Map.of("name", "x")).statusCode())
                .isEqualTo(412);
        assertThat(put(Api.ADMIN, key, "\"9\", \"1\"", Map.of("name", "x")).statusCode())
                .isEqualTo(200);
        assertThat(patch(Api.ADMIN, key, null, MERGE, "{}").statusCode()).isEqualTo(428);
        assertThat(patch(Api.ADMIN, key, "\"1\"", MERGE, "{}").statusCode()).isEqualTo(412);
        Response known = Api.as(Api.ADMIN).header("If-None-Match", "\"2\"").get(path(key));
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.header("ETag")).isEqualTo("\"2\"");
        assertThat(known.asString()).isEmpty();
        assertThat(Api.as(Api.ADMIN)
                        .header("If-None-Match", "\"1\"")
                        .get(path(key))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void checksComeInTheOrderOfTheContract() {
        String key = Api.project();
        String reader = Api.principalToken(Api.unique("mira"));
        assertThat(put(reader, key, null, "{").statusCode()).isEqualTo(400);
        assertThat(put(reader, key, null, "{\"name\": \"\"}").statusCode()).isEqualTo(403);
        assertThat(put(reader, "no-such", null, "{\"name\": \"\"}").statusCode())
                .isEqualTo(404);
        assertThat(put(Api.ADMIN, key, null, "{\"name\": \"\"}").statusCode()).isEqualTo(428);
        assertThat(put(Api.ADMIN, key, "\"5\"", "{\"name\": \"\"}").statusCode())
                .isEqualTo(412);
        assertThat(put(Api.ADMIN, key, "\"1\"", "{\"name\": \"\"}").statusCode())
                .isEqualTo(422);
    }
}

package dev.docket.project;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is what in a project. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class MembersTest {

    private static final Map<String, ?> AUTHOR = Map.of("roles", List.of("author"));
    private static final Map<String, ?> SECURITY =
            Map.of("roles", List.of("approver", "author"), "policyRoles", List.of("security", "legal"));

    private final String mira = Api.unique("mira");
    private String project = "";

    @BeforeEach
    void aNewProject() {
        project = Api.project();
    }

    @Test
    void whatOneMayDoInAProjectIsOfTheProject() {
        Api.member(project, mira, List.of("maintainer"), List.of());
        String token = Api.token(Map.of(
                        "principal",
                        mira,
                        "name",
                        "test",
                        "globalRoles",
                        List.of("admin", "auditor"),
                        "scopes",
                        List.of("read", "write", "admin")))
                .path("token");
        assertThat(Api.as(token).get("/api/v1/me").<List<String>>path("memberships[0].permissions"))
                .contains("read-project", "accept", "manage-members", "import")
                .doesNotContain("see-oneself", "look-around", "manage-tokens", "create-project", "read-trail");
    }

    @Test
    void comesChangesAndGoes() {
        Response made = put(Api.ADMIN, "If-None-Match", "*", SECURITY);
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        assertThat(made.header("Location")).endsWith(path());
        assertThat(made.header("ETag")).isEqualTo("\"2\"");
        assertThatJson(made.asString()).isEqualTo("""
                {"principal": "%s", "roles": ["author", "approver"], "policyRoles": ["legal", "security"], "version": 2}
                """.formatted(mira));
        assertThat(Api.as(Api.ADMIN)
                        .header("If-None-Match", "\"2\"")
                        .get(path())
                        .statusCode())
                .isEqualTo(304);

        Response changed = put(Api.ADMIN, "If-Match", "\"2\"", AUTHOR);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"3\"");
        assertThatJson(Api.as(Api.ADMIN).get(path()).asString()).isEqualTo("""
                {"principal": "%s", "roles": ["author"], "policyRoles": [], "version": 3}
                """.formatted(mira));

        assertThat(Api.as(Api.ADMIN).delete(path()).statusCode()).isEqualTo(428);
        assertThat(Api.as(Api.ADMIN).header("If-Match", "\"2\"").delete(path()).statusCode())
                .isEqualTo(412);
        assertThat(Api.as(Api.ADMIN).header("If-Match", "\"3\"").delete(path()).statusCode())
                .isEqualTo(204);
        assertThat(Api.as(Api.ADMIN).get(path()).statusCode()).isEqualTo(404);
        assertThat(Api.as(Api.ADMIN).header("If-Match", "\"3\"").delete(path()).statusCode())
                .isEqualTo(404);
        assertThat(put(Api.ADMIN, "If-None-Match", "*", AUTHOR).header("ETag"))
                .as("a version never comes back")
                .isEqualTo("\"5\"");
    }

    @Test
    void everyPutSaysWhetherItMakesOrChanges() {
        assertThat(put(Api.ADMIN, "X-Nothing", "", AUTHOR).statusCode()).isEqualTo(428);
        assertThat(put(Api.ADMIN, "If-Match", "*", AUTHOR).statusCode()).isEqualTo(412);
        assertThat(put(Api.ADMIN, "If-None-Match", "*", AUTHOR).statusCode()).isEqualTo(201);
        Response again = put(Api.ADMIN, "If-None-Match", "*", AUTHOR);
        assertThat(again.statusCode()).isEqualTo(412);
        assertThat(again.header("ETag")).isEqualTo("\"2\"");
        assertThat(put(Api.ADMIN, "If-Match", "\"1\"", AUTHOR).statusCode()).isEqualTo(412);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                    | 422 | /roles too-short
                    {"roles": []}                                         | 422 | /roles too-short
                    {"roles": ["author"], "policyRoles": ["No Role"]}     | 422 | /policyRoles pattern
                    {"roles": ["author"], "principal": "somebody.else"}   | 422 | /principal server-owned
                    {"roles": ["author"], "version": 7}                   | 422 | /version server-owned
                    {"roles": ["owner"]}                                  | 400 | /roles/0 type
                    {"roles": [null]}                                     | 400 | /roles/0 type
                    {"roles": ["author"], "title": "x"}                   | 400 | /title unknown
                    """)
    void rolesAreOfTheKnownKind(String body, int status, String error) {
        Response refused = put(Api.ADMIN, "If-None-Match", "*", body);
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(status);
        assertThat(refused.<String>path("errors[0].pointer") + " " + refused.path("errors[0].code"))
                .isEqualTo(error);
    }

    @Test
    void onlyAMaintainerSaysWho() {
        String token = Api.principalToken(mira);
        Api.member(project, mira, List.of("author", "approver", "reader"), List.of());
        String other = "/api/v1/projects/" + project + "/members/other";
        assertThat(put(token, other, "If-None-Match", "*", AUTHOR).statusCode()).isEqualTo(403);
        Api.member(project, mira, List.of("maintainer"), List.of());
        assertThat(put(Api.principalToken(mira, "read", "write"), other, "If-None-Match", "*", AUTHOR)
                        .statusCode())
                .isEqualTo(403);
        assertThat(put(token, other, "If-None-Match", "*", AUTHOR).statusCode()).isEqualTo(201);
        assertThat(Api.as(token).header("If-Match", "*").delete(path()).statusCode())
                .isEqualTo(204);
        assertThat(Api.as(token).header("If-Match", "*").delete(other).statusCode())
                .isEqualTo(403);
    }

    @Test
    void anArchivedProjectKeepsItsMembers() {
        Api.member(project, mira, List.of("maintainer"), List.of());
        archive(true);
        String token = Api.principalToken(mira);
        assertThat(put(token, "If-Match", "\"2\"", AUTHOR).<String>path("type")).isEqualTo("/problems/archived");
        assertThat(Api.as(token).header("If-Match", "\"2\"").delete(path()).statusCode())
                .isEqualTo(409);
        assertThat(Api.as(token).get(path()).statusCode()).isEqualTo(200);
        archive(false);
        assertThat(put(token, "If-Match", "\"2\"", AUTHOR).statusCode()).isEqualTo(200);
    }

    @Test
    void theyAreListedByNameAndNoOtherNameLeadsAnywhere() {
        List.of("zoe", "ada", "kim").forEach(name -> Api.member(project, name, List.of("reader"), List.of()));
        String list = "/api/v1/projects/" + project + "/members";
        Response first = Api.as(Api.ADMIN).get(list + "?limit=3");
        assertThat(first.<List<String>>path("items.principal")).containsExactly("ada", "admin", "kim");
        Response second = Api.as(Api.ADMIN).get(list + "?limit=3&cursor=" + first.path("nextCursor"));
        assertThat(second.<List<String>>path("items.principal")).containsExactly("zoe");
        assertThat(second.<String>path("nextCursor")).isNull();
        for (String name : List.of("nobody", "%00", "-dash", "x".repeat(101))) {
            assertThat(Api.as(Api.ADMIN)
                            .urlEncodingEnabled(false)
                            .get(list + "/" + name)
                            .statusCode())
                    .as(name)
                    .isEqualTo(404);
        }
        for (String name : List.of("%00", "-dash", "x".repeat(101))) {
            assertThat(Api.as(Api.ADMIN)
                            .urlEncodingEnabled(false)
                            .contentType(ContentType.JSON)
                            .header("If-None-Match", "*")
                            .body(AUTHOR)
                            .put(list + "/" + name)
                            .statusCode())
                    .as(name)
                    .isEqualTo(422);
        }
    }

    private void archive(boolean archived) {
        assertThat(Api.as(Api.ADMIN)
                        .contentType("application/merge-patch+json")
                        .header("If-Match", "*")
                        .body("{\"archived\": " + archived + "}")
                        .patch("/api/v1/projects/" + project)
                        .statusCode())
                .isEqualTo(200);
    }

    private String path() {
        return "/api/v1/projects/" + project + "/members/" + mira;
    }

    private Response put(String token, String header, String value, Object body) {
        return put(token, path(), header, value, body);
    }

    private static Response put(String token, String path, String header, String value, Object body) {
        return Api.as(token)
                .contentType(ContentType.JSON)
                .header(header, value)
                .body(body)
                .put(path);
    }
}

package dev.docket.project;

import static dev.docket.project.Requests.PROJECTS;
import static dev.docket.project.Requests.keys;
import static dev.docket.project.Requests.path;
import static dev.docket.project.Requests.put;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which projects there are, for whom. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class ProjectListTest {

    @Test
    void whatOneMayNotReadDoesNotExist() {
        String secret = Api.project(Map.of("visibility", "restricted"));
        String open = Api.project();
        String mira = Api.unique("mira");
        String token = Api.principalToken(mira);
        String auditor = Api.unique("eye");
        String auditing = Api.token(Map.of("principal", auditor, "name", "x", "globalRoles", List.of("auditor")))
                .path("token");

        assertThat(Api.as(token).get(path(secret)).statusCode()).isEqualTo(404);
        assertThat(Api.as(token).get(path(secret) + "/members").statusCode()).isEqualTo(404);
        assertThat(put(token, secret, "\"1\"", Map.of("name", "x")).statusCode())
                .isEqualTo(404);
        assertThat(keys(token)).contains(open).doesNotContain(secret);
        assertThat(Api.as(auditing).get(path(secret)).statusCode()).isEqualTo(200);
        assertThat(keys(auditing)).contains(open, secret);
        assertThat(put(auditing, secret, "\"1\"", Map.of("name", "x")).statusCode())
                .isEqualTo(403);

        Api.member(secret, mira, List.of("reader"), List.of());
        assertThat(Api.as(token).get(path(secret)).statusCode()).isEqualTo(200);
        assertThat(keys(token)).contains(open, secret);
        Api.removeMember(secret, mira);
        assertThat(Api.as(token).get(path(secret)).statusCode()).isEqualTo(404);
    }

    @Test
    void theListIsByKeyAndPaged() {
        Api.project();
        Api.project(Map.of("archived", true));
        List<String> all = keys(Api.ADMIN);
        assertThat(all).isSorted().doesNotHaveDuplicates();
        assertThat(keys(Api.ADMIN, "&archived=true"))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(all).contains(key));
        assertThat(keys(Api.ADMIN, "&archived=false")).doesNotContainAnyElementsOf(keys(Api.ADMIN, "&archived=true"));
        String cursor = Api.as(Api.ADMIN).get(PROJECTS + "?limit=1").path("nextCursor");
        assertThat(Api.as(Api.ADMIN).get(PROJECTS + "?limit=1&cursor=" + cursor).<List<String>>path("items.key"))
                .isEqualTo(keys(Api.ADMIN).subList(1, 2));
        assertThat(Api.as(Api.ADMIN)
                        .get(PROJECTS + "?archived=true&cursor=" + cursor)
                        .statusCode())
                .isEqualTo(400);
        assertThat(Api.as(Api.ADMIN).get(PROJECTS + "?cursor=!!").statusCode()).isEqualTo(400);
        assertThat(Api.as(Api.ADMIN).get(PROJECTS + "?limit=1000").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit too-small",
        "limit=x, limit type",
        "limit=, limit type",
        "limit=99999999999, limit type",
        "limit=1&limit=2, limit repeated",
        "archived=maybe, archived type",
        "cursor=%00, cursor type",
        "colour=red, colour unknown"
    })
    void aParameterThatMeansNothingIsRefused(String query, String error) {
        Response refused = Api.as(Api.ADMIN).urlEncodingEnabled(false).get(PROJECTS + "?" + query);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("errors[0].parameter") + " " + refused.path("errors[0].code"))
                .isEqualTo(error);
    }

    @Test
    void noOtherKeyLeadsAnywhere() {
        for (String key : List.of("No-Such", "%00", "a", "x".repeat(64), "p%2F..%2Fq", "..")) {
            Response none = Api.as(Api.ADMIN).urlEncodingEnabled(false).get(PROJECTS + "/" + key);
            assertThat(none.statusCode()).as(key).isEqualTo(404);
        }
    }
}

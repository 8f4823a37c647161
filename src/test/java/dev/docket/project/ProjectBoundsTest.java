package dev.docket.project;

import static dev.docket.project.Requests.MERGE;
import static dev.docket.project.Requests.get;
import static dev.docket.project.Requests.patch;
import static dev.docket.project.Requests.post;
import static dev.docket.project.Requests.put;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a project cannot be. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class ProjectBoundsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    key         | other
                    version     | 7
                    createdAt   | 2020-01-01T00:00:00Z
                    createdBy   | nobody
                    updatedAt   | 2020-01-01T00:00:00Z
                    updatedBy   | nobody
                    """)
    void whatTheServerOwnsIsNotForTheTaking(String member, String value) {
        String key = Api.project();
        Object sent = member.equals("version") ? Integer.valueOf(value) : value;
        Map<String, Object> body = Map.of("name", "x", member, sent);
        assertThat(Api.errors(put(Api.ADMIN, key, "\"1\"", body), 422)).containsExactly("/" + member + " server-owned");
        assertThat(Api.errors(patch(Api.ADMIN, key, "\"1\"", MERGE, Map.of(member, sent)), 422))
                .containsExactly("/" + member + " server-owned");
        if (!member.equals("key")) {
            Map<String, Object> made = new HashMap<>(body);
            made.put("key", Api.unique("p"));
            assertThat(Api.errors(post(Api.ADMIN, made), 422)).containsExactly("/" + member + " server-owned");
        }
        assertThat(get(key).header("ETag")).isEqualTo("\"1\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"name": ""}                                          | /name too-short
                    {"name": null}                                        | /name missing
                    {"description": "LONG"}                               | /description too-long
                    {"policy": {"adr": {"minApprovals": 51}}}             | /policy/adr/minApprovals out-of-range
                    {"policy": {"rfc": {"minApprovals": -1}}}             | /policy/rfc/minApprovals out-of-range
                    {"policy": {"adr": {"requiredRoles": ["ok", "No!"]}}} | /policy/adr/requiredRoles/1 pattern
                    """)
    void everyBoundIsHeld(String patch, String error) {
        String key = Api.project();
        String body = patch.replace("LONG", "x".repeat(10_001));
        assertThat(Api.errors(patch(Api.ADMIN, key, "\"1\"", MERGE, body), 422)).containsExactly(error);
    }

    @Test
    void whatCannotBeReadIsSaidSoWithItsPlace() {
        String key = Api.project();
        assertThat(Api.errors(put(Api.ADMIN, key, "\"1\"", "{\"name\": \"a\", \"color\": \"red\"}"), 400))
                .containsExactly("/color unknown");
        assertThat(Api.errors(put(Api.ADMIN, key, "\"1\"", "{\"name\": \"a\", \"name\": \"b\"}"), 400))
                .containsExactly("/name syntax");
        assertThat(Api.errors(put(Api.ADMIN, key, "\"1\"", "{\"name\": \"a\", \"visibility\": \"secret\"}"), 400))
                .containsExactly("/visibility type");
        assertThat(Api.errors(put(Api.ADMIN, key, "\"1\"", "{\"name\": \"a\\u0000\"}"), 400))
                .containsExactly("/name nul");
        assertThat(Api.errors(patch(Api.ADMIN, key, "\"1\"", MERGE, "{\"policy\": {\"adr\": {\"x\": 1}}}"), 400))
                .containsExactly("/policy/adr/x unknown");
    }
}

package dev.docket.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.document.content.Kind;
import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a request for approval may say, and what a token needs to answer it. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class RequestsForApprovalTest {

    private static final Kind RFC = Kind.RFC;

    static Stream<Arguments> serverOwned() {
        return Stream.of(
                Arguments.of("version", 3),
                Arguments.of("state", "approved"),
                Arguments.of("requestedBy", "somebody-else"),
                Arguments.of("requestedAt", "2026-05-04T10:00:00Z"),
                Arguments.of("decidedBy", "somebody-else"),
                Arguments.of("decidedAt", "2026-05-04T10:00:00Z"),
                Arguments.of("comment", "fine"),
                Arguments.of("revision", 1),
                Arguments.of("stale", false),
                Arguments.of("imported", true));
    }

    @ParameterizedTest
    @MethodSource("serverOwned")
    void whatTheServerOwnsIsRefusedAtItsPlace(String member, Object value) {
        Desk desk = Desk.ofNewProject();
        int number = desk.created(RFC, Desk.complete(RFC));
        Response refused = desk.ask(RFC, number, Map.of("role", "security", member, value));
        assertThat(Api.errors(refused, 422)).containsExactly("/" + member + " server-owned");
        assertThat(desk.read(RFC, number).get("revision").asInt()).isOne();
    }

    @Test
    void aTokenThatMayOnlyWriteGivesAVerdict() {
        Desk desk = Desk.ofNewProject();
        int number = desk.created(RFC, Desk.complete(RFC));
        String approval = desk.ask(RFC, number, Map.of("role", "security")).path("id");
        Desk security = desk.colleague("security", List.of("approver"), "security");
        String verdict = desk.path(RFC, number) + "/approvals/" + approval + "/verdict";
        assertThat(judged(security, "read", verdict)).isEqualTo(403);
        assertThat(judged(security, "admin", verdict)).isEqualTo(403);
        assertThat(judged(security, "write", verdict)).isEqualTo(200);
    }

    private static int judged(Desk by, String scope, String verdict) {
        return Api.as(Api.principalToken(by.principal, scope))
                .contentType("application/json")
                .header("If-Match", "*")
                .body(Map.of("verdict", "approved", "revision", 1))
                .put(verdict)
                .statusCode();
    }
}

package dev.docket.document;

import static dev.docket.project.Requests.allKeys;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.Issuer;
import dev.docket.document.content.Kind;
import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people may do because of the groups that the identity provider says they are in. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class GroupsTest {

    private static final Kind ADR = Kind.ADR;

    private final String architects = Api.unique("architects");
    private final String payments = Api.unique("payments");
    private final String mira = Api.unique("mira");

    private Desk maintainer;
    private String project = "";

    @BeforeEach
    void aProjectThatIsRestricted() {
        maintainer = Desk.ofNewProject();
        project = maintainer.project();
        assertThat(Api.as(Api.ADMIN)
                        .contentType("application/merge-patch+json")
                        .header("If-Match", "*")
                        .body(Map.of("visibility", "restricted"))
                        .patch("/api/v1/projects/" + project)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void everybodyInAGroupIsWhatTheGroupIs() {
        int number = maintainer.created(ADR, Desk.complete(ADR));
        String token = Issuer.token(mira, architects);
        seesNothing(token, number);
        Api.member(project, "group:" + architects, List.of("author"), List.of());
        Api.member(project, "group:" + payments, List.of("reader"), List.of());

        seesAll(token, number);
        Response made = Api.as(token)
                .contentType(ContentType.JSON)
                .body(Desk.complete(ADR))
                .post(maintainer.path(ADR));
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.<String>path("createdBy")).isEqualTo(mira);

        String reader = Issuer.token(Api.unique("reader"), payments);
        seesAll(reader, number);
        assertThat(Api.as(reader)
                        .contentType(ContentType.JSON)
                        .body(Desk.complete(ADR))
                        .post(maintainer.path(ADR))
                        .statusCode())
                .isEqualTo(403);
        seesNothing(Issuer.token(Api.unique("other"), "others"), number);
        seesNothing(Api.principalToken(architects), number);

        Api.removeMember(project, "group:" + architects);
        seesNothing(Issuer.token(mira, architects), number);
    }

    @Test
    void severalRowsAddUp() {
        Api.member(project, mira, List.of("author"), List.of("legal"));
        Api.member(project, "group:" + architects, List.of("approver", "author"), List.of("security", "legal"));
        Api.member(project, "group:" + payments, List.of("reader"), List.of());
        String token = Issuer.token(mira, architects, payments);
        Response me = Api.as(token).get("/api/v1/me");
        assertThat(me.<List<String>>path("memberships.project")).containsExactly(project);
        assertThat(me.<List<String>>path("memberships[0].roles")).containsExactly("reader", "author", "approver");
        assertThat(me.<List<String>>path("memberships[0].policyRoles")).containsExactly("legal", "security");
        assertThat(allKeys(token)).containsOnlyOnce(project);
    }

    @Test
    void aGroupThatSomebodyLeftOpensNothingAtTheNextSignIn() {
        int number = maintainer.created(ADR, Desk.complete(ADR));
        Api.member(project, "group:" + architects, List.of("reader"), List.of());
        long now = Instant.now().getEpochSecond();
        String before = Issuer.token(mira, Map.of("iat", now - 5, "groups", List.of(architects)));
        seesAll(before, number);
        seesNothing(Issuer.token(mira, Map.of("iat", now, "groups", List.of(payments))), number);
        seesAll(Issuer.token(mira, Map.of("iat", now + 1, "groups", List.of(payments, architects))), number);
    }

    @Test
    void aTokenOfDocketOpensWhatTheGroupsOpenThatWereSeenLast() {
        int number = maintainer.created(ADR, Desk.complete(ADR));
        Api.member(project, "group:" + architects, List.of("reader"), List.of());
        Api.token(Map.of("principal", mira, "kind", "person", "name", "laptop"));
        seesNothing(Api.principalToken(mira), number);
        seesAll(Issuer.token(mira, architects), number);
        seesAll(Api.principalToken(mira), number);
    }

    @Test
    void aVerdictCountsForARoleThatAGroupHolds() {
        int number = proposal();
        assertThat(approve(Issuer.token(mira, architects), number).statusCode()).isEqualTo(200);
        assertThat(maintainer.moved(ADR, number, "accepted")).isEqualTo(200);
    }

    @Test
    void aVerdictNoLongerCountsOnceItsGiverHasLeftTheGroup() {
        int number = proposal();
        long now = Instant.now().getEpochSecond();
        String before = Issuer.token(mira, Map.of("iat", now - 5, "groups", List.of(architects)));
        assertThat(approve(before, number).statusCode()).isEqualTo(200);
        String left = Issuer.token(mira, Map.of("iat", now, "groups", List.of(payments)));
        assertThat(Api.as(left).get("/api/v1/me").statusCode()).isEqualTo(200);
        Response refused = maintainer.move(ADR, number, Map.of("to", "accepted"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.<List<String>>path("blockers.code")).contains("approval-void", "role-missing");

        String back = Issuer.token(mira, Map.of("iat", now + 1, "groups", List.of(architects)));
        assertThat(Api.as(back).get("/api/v1/me").statusCode()).isEqualTo(200);
        assertThat(maintainer.moved(ADR, number, "accepted")).isEqualTo(200);
    }

    @Test
    void aVerdictNoLongerCountsOnceTheGroupIsNoMember() {
        int number = proposal();
        assertThat(approve(Issuer.token(mira, architects), number).statusCode()).isEqualTo(200);
        Api.removeMember(project, "group:" + architects);
        assertThat(maintainer.moved(ADR, number, "accepted")).isEqualTo(409);
    }

    @Test
    void nobodyJudgesForARoleThatNoGroupOfTheirsHolds() {
        int number = proposal();
        Api.member(project, "group:" + payments, List.of("approver"), List.of());
        assertThat(approve(Issuer.token(Api.unique("noor"), payments), number).statusCode())
                .isEqualTo(403);
        assertThat(approve(Issuer.token(Api.unique("zoe"), "others"), number).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aGroupIsAMemberAndNoPrincipal() {
        Api.member(project, "group:" + architects, List.of("reader"), List.of());
        String members = "/api/v1/projects/" + project + "/members";
        assertThat(Api.as(Api.ADMIN).get(members).<List<String>>path("items.principal"))
                .contains("group:" + architects);
        for (String name :
                List.of("group:", "group:a*b", "group:-a", "group:group:a", "team:a", "group:" + "x".repeat(101))) {
            assertThat(Api.as(Api.ADMIN)
                            .contentType(ContentType.JSON)
                            .header("If-None-Match", "*")
                            .body(Map.of("roles", List.of("reader")))
                            .put(members + "/" + name)
                            .statusCode())
                    .as(name)
                    .isEqualTo(422);
        }
        assertThat(Api.as(Api.ADMIN)
                        .contentType(ContentType.JSON)
                        .body(Map.of("principal", "group:" + architects, "name", "x"))
                        .post("/api/v1/tokens")
                        .statusCode())
                .isEqualTo(422);
    }

    /** A proposal that security has to approve, a role that the architects hold. */
    private int proposal() {
        Api.member(project, "group:" + architects, List.of("approver"), List.of("security"));
        maintainer.rules(ADR, Map.of("requiredRoles", List.of("security")));
        return maintainer.created(ADR, Desk.complete(ADR));
    }

    private Response approve(String token, int number) {
        return Api.as(token)
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(Map.of("verdict", "approved", "revision", 1))
                .put(maintainer.path(ADR, number) + "/approvals/a1-1/verdict");
    }

    private void seesAll(String token, int number) {
        sees(token, number, 200);
        assertThat(allKeys(token)).contains(project);
    }

    private void seesNothing(String token, int number) {
        sees(token, number, 404);
        assertThat(allKeys(token)).doesNotContain(project);
    }

    private void sees(String token, int number, int status) {
        String document = maintainer.path(ADR, number);
        for (String path : List.of(
                "/api/v1/projects/" + project,
                document,
                document + "/revisions",
                document + "/revisions/1",
                document + "/links",
                document + "/options")) {
            assertThat(Api.as(token).get(path).statusCode()).as(path).isEqualTo(status);
        }
    }
}

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way that lifecycle and policy name to get round an approval, tried. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class ApprovalsTest {

    private static final Kind ADR = Kind.ADR;

    private Desk maintainer;
    private Desk author;
    private Desk security;
    private int number;

    @BeforeEach
    void aProposalThatSecurityHasToApprove() {
        maintainer = Desk.ofNewProject();
        maintainer.rules(ADR, Map.of("requiredRoles", List.of("security")));
        author = maintainer.colleague("author", List.of("author", "approver"), "security");
        security = maintainer.colleague("security", List.of("approver"), "security");
        number = author.created(ADR, Desk.complete(ADR));
    }

    @Test
    void theProposalAsksWhomThePolicyNames() {
        var approval = maintainer.read(ADR, number).at("/approvals/0");
        assertThat(approval.get("role").asText()).isEqualTo("security");
        assertThat(approval.get("required").asBoolean()).isTrue();
        assertThat(approval.get("state").asText()).isEqualTo("pending");
        refused("approval-pending");
    }

    @Test
    void anApprovalByAHolderOpensTheWay() {
        approve(security);
        accepted();
    }

    @Test
    void theAuthorsOwnVerdictDoesNotCountUnlessThePolicySaysSo() {
        approve(author);
        refused("approval-void");
        maintainer.rules(ADR, Map.of("requiredRoles", List.of("security"), "authorMayApprove", true));
        accepted();
    }

    @Test
    void whoEditsWhatTheyApprovedBecomesAnAuthor() {
        Desk both = maintainer.colleague("both", List.of("author", "approver"), "security");
        Response edited =
                both.patch(ADR, number, both.tag(ADR, number), Map.of("context", Map.of("problem", "Another.")));
        assertThat(edited.statusCode()).isEqualTo(200);
        approve(both);
        refused("approval-void");
    }

    @Test
    void anEditMakesTheApprovalStale() {
        approve(security);
        edit();
        assertThat(maintainer.read(ADR, number).at("/approvals/0/stale").asBoolean())
                .isTrue();
        refused("approval-stale");
        approve(security);
        accepted();
    }

    @Test
    void anEditOfWhatIsNotJudgedLeavesTheApprovalFresh() {
        approve(security);
        author.patch(ADR, number, author.tag(ADR, number), Map.of("tags", List.of("storage")));
        assertThat(maintainer.read(ADR, number).at("/approvals/0/stale").asBoolean())
                .isFalse();
        accepted();
    }

    @Test
    void aVerdictOnAnOldRevisionIsRefused() {
        edit();
        Response late = security.judge(ADR, number, approval(), Map.of("verdict", "approved", "revision", 1));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.<String>path("type")).isEqualTo("/problems/stale-revision");
        Response early = security.judge(ADR, number, approval(), Map.of("verdict", "approved", "revision", 99));
        assertThat(early.statusCode()).isEqualTo(422);
    }

    @Test
    void onlyAHolderOfTheRoleIsAsked() {
        Desk other = maintainer.colleague("other", List.of("approver"), "engineering-lead");
        Desk bot = maintainer.colleague("bot", List.of("author"), "security");
        assertThat(other.judge(ADR, number, approval(), "approved").statusCode())
                .isEqualTo(403);
        assertThat(bot.judge(ADR, number, approval(), "approved").statusCode()).isEqualTo(403);
        assertThat(maintainer.judge(ADR, number, approval(), "approved").statusCode())
                .isEqualTo(403);
    }

    @Test
    void whoLeftTheProjectOrTheRoleNoLongerCounts() {
        approve(security);
        Api.member(maintainer.project, security.principal, List.of("approver"), List.of("engineering-lead"));
        refused("approval-void");
        Api.member(maintainer.project, security.principal, List.of("approver"), List.of("security"));
        Api.removeMember(maintainer.project, security.principal);
        refused("approval-void");
    }

    @Test
    void onePrincipalIsOneHoweverOftenItApproves() {
        maintainer.rules(ADR, Map.of("minApprovals", 2));
        String second = author.ask(ADR, number, Map.of("role", "security")).path("id");
        approve(security);
        security.judge(ADR, number, second, "approved");
        refused("too-few-approvals");
        Desk third = maintainer.colleague("third", List.of("approver"), "security");
        assertThat(third.judge(ADR, number, second, "approved").statusCode()).isEqualTo(200);
        accepted();
    }

    @Test
    void abstainingSatisfiesNothing() {
        assertThat(security.judge(ADR, number, approval(), "abstained").statusCode())
                .isEqualTo(200);
        refused("approval-abstained");
    }

    @Test
    void anObjectionOutlivesTheEditUntilAHolderSpeaksAgain() {
        Desk second = maintainer.colleague("second", List.of("approver"), "security");
        security.judge(ADR, number, approval(), "rejected");
        refused("objection");
        assertThat(second.judge(ADR, number, approval(), "approved").statusCode())
                .isEqualTo(409);
        edit();
        refused("objection");
        assertThat(second.judge(ADR, number, approval(), "approved").statusCode())
                .isEqualTo(200);
        accepted();
    }

    @Test
    void aMaintainerLiftsAnObjectionOnlyWithAReasonAndWithoutApprovingForTheRole() {
        security.judge(ADR, number, approval(), "changes-requested");
        assertThat(maintainer.judge(ADR, number, approval(), "abstained").statusCode())
                .isEqualTo(422);
        Response lifted = maintainer.judge(
                ADR,
                number,
                approval(),
                Map.of("verdict", "approved", "revision", 2, "comment", "They have left the company."));
        assertThat(lifted.statusCode()).isEqualTo(200);
        refused("approval-void");
    }

    @Test
    void anObjectionOfSomebodyWhoLeftStillStands() {
        security.judge(ADR, number, approval(), "rejected");
        Api.removeMember(maintainer.project, security.principal);
        refused("objection");
    }

    @Test
    void aRequestOfThePolicyCannotBeWithdrawn() {
        assertThat(withdraw(maintainer, approval())).isEqualTo(409);
        String own = author.ask(ADR, number, Map.of("approver", security.principal, "required", true))
                .path("id");
        assertThat(withdraw(security, own)).isEqualTo(403);
        assertThat(withdraw(author, own)).isEqualTo(204);
        String judged =
                author.ask(ADR, number, Map.of("approver", security.principal)).path("id");
        security.judge(ADR, number, judged, "approved");
        assertThat(withdraw(maintainer, judged)).isEqualTo(409);
    }

    @Test
    void approvalsCannotBeWrittenThroughTheDocument() {
        var document = author.read(ADR, number);
        String tag = author.tag(ADR, number);
        var approvals = document.get("approvals").deepCopy();
        ((com.fasterxml.jackson.databind.node.ObjectNode) approvals.get(0)).put("state", "approved");
        assertThat(author.patch(ADR, number, tag, Map.of("approvals", approvals))
                        .statusCode())
                .isEqualTo(422);
        assertThat(author.patch(ADR, number, tag, Map.of("approvals", List.of()))
                        .statusCode())
                .isEqualTo(422);
        assertThat(author.create(
                                ADR,
                                Desk.with(
                                        Desk.complete(ADR),
                                        "approvals",
                                        List.of(Map.of("role", "security", "state", "approved"))))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void takingBackClosesWhatWaitsAndProposingAsksAnew() {
        maintainer.move(ADR, number, Map.of("to", "draft"));
        assertThat(maintainer.read(ADR, number).at("/approvals/0/state").asText())
                .isEqualTo("closed");
        assertThat(security.judge(ADR, number, "a1-1", "approved").statusCode()).isEqualTo(409);
        maintainer.move(ADR, number, Map.of("to", "proposed"));
        var approvals = maintainer.read(ADR, number).get("approvals");
        assertThat(approvals).hasSize(2);
        assertThat(approvals.get(1).get("state").asText()).isEqualTo("pending");
        refused("approval-pending");
    }

    @Test
    void anApprovalTakenBackAndEditedInDraftIsStale() {
        approve(security);
        maintainer.move(ADR, number, Map.of("to", "draft"));
        edit();
        maintainer.move(ADR, number, Map.of("to", "proposed"));
        refused("approval-stale");
    }

    @Test
    void anAuthorAcceptsOnlyWhereThePolicySaysSo() {
        approve(security);
        assertThat(author.accept(ADR, number).statusCode()).isEqualTo(403);
        maintainer.rules(ADR, Map.of("requiredRoles", List.of("security"), "authorMayAccept", true));
        assertThat(author.accept(ADR, number).statusCode()).isEqualTo(200);
    }

    @Test
    void aVerdictNeedsTheApprovalsOwnTag() {
        String path = security.path(ADR, number) + "/approvals/" + approval() + "/verdict";
        var request =
                security.request().contentType("application/json").body(Map.of("verdict", "approved", "revision", 1));
        assertThat(request.put(path).statusCode()).isEqualTo(428);
        assertThat(request.header("If-Match", "\"99\"").put(path).statusCode()).isEqualTo(412);
    }

    private String approval() {
        return maintainer.approvalOf(ADR, number, "security");
    }

    private void approve(Desk by) {
        Response response = by.judge(ADR, number, approval(), "approved");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
    }

    private void edit() {
        String problem = "Worse since revision " + author.tag(ADR, number);
        Response edited =
                author.patch(ADR, number, author.tag(ADR, number), Map.of("context", Map.of("problem", problem)));
        assertThat(edited.statusCode()).as(edited.asString()).isEqualTo(200);
    }

    private int withdraw(Desk by, String approval) {
        String path = by.path(ADR, number) + "/approvals/" + approval;
        String tag = by.request().get(path).header("ETag");
        return by.request().header("If-Match", tag).delete(path).statusCode();
    }

    private void refused(String blocker) {
        Response response = maintainer.accept(ADR, number);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(409);
        assertThat(response.<List<String>>path("blockers.code")).contains(blocker);
        assertThat(maintainer.read(ADR, number).get("status").asText()).isEqualTo("proposed");
    }

    private void accepted() {
        Response response = maintainer.accept(ADR, number);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
    }
}

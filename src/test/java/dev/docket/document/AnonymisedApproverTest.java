package dev.docket.document;

import static dev.docket.document.Proposal.ADR;
import static dev.docket.document.Proposal.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.Together;
import dev.docket.postgres.TestPostgres;
import dev.docket.proof.Tally;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of approvals when an approver is anonymised: as of one who has left the project. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class AnonymisedApproverTest {

    private Proposal proposal;
    private Desk noor;

    @BeforeEach
    void propose() {
        proposal = new Proposal();
        noor = proposal.maintainer.colleague("noor", List.of("approver"), "security");
    }

    @Test
    void aVerdictStaysInTheLogAndCountsNoMore() {
        proposal.approve(noor);
        assertThat(anonymise()).isEqualTo(200);
        assertThat(approval().get("decidedBy")).isEqualTo(noor.principal());
        status(409, proposal.maintainer.accept(ADR, proposal.number));
        proposal.approve(proposal.security);
        status(200, proposal.maintainer.accept(ADR, proposal.number));
    }

    @Test
    void anObjectionIsLiftedAsOfOneWhoHasLeft() {
        status(200, proposal.verdict(noor, "rejected"));
        assertThat(anonymise()).isEqualTo(200);
        status(409, proposal.maintainer.accept(ADR, proposal.number));
        status(409, proposal.verdict(proposal.security, "approved"));
        proposal.edit();
        proposal.approve(proposal.security);
        status(200, proposal.maintainer.accept(ADR, proposal.number));
    }

    @Test
    void whatWasAskedOfItByNameWaitsUntilItIsWithdrawn() {
        String asked = proposal.ask(Map.of("approver", noor.principal(), "required", true));
        assertThat(anonymise()).isEqualTo(200);
        proposal.approve(proposal.security);
        status(409, proposal.maintainer.accept(ADR, proposal.number));
        status(403, proposal.security.judge(ADR, proposal.number, asked, "approved"));
        status(401, verdict(noor, proposal.path() + "/approvals/" + asked));
        assertThat(proposal.withdraw(proposal.maintainer, asked)).isEqualTo(204);
        status(200, proposal.maintainer.accept(ADR, proposal.number));
    }

    @Test
    void besideAVerdictNothingIsAcceptedByIt() {
        int rounds = 5;
        for (int round = 0; round < rounds; round++) {
            Proposal each = new Proposal();
            Desk approver = each.maintainer.colleague("noor", List.of("approver"), "security");
            List<Integer> statuses = Together.run(
                    2,
                    2,
                    nth -> nth == 0
                            ? anonymise(approver.principal())
                            : verdict(approver, each.path() + "/approvals/" + each.approval())
                                    .statusCode());
            assertThat(statuses.get(0)).isEqualTo(200);
            assertThat(statuses.get(1)).isIn(200, 401, 403, 404);
            status(409, each.maintainer.accept(ADR, each.number));
        }
        Tally.count("anonymisation: beside a verdict", rounds);
    }

    private static Response verdict(Desk by, String approval) {
        return by.request()
                .contentType(Proposal.JSON)
                .header("If-Match", "*")
                .body(Map.of("verdict", "approved", "revision", 1))
                .put(approval + "/verdict");
    }

    private int anonymise() {
        return anonymise(noor.principal());
    }

    private static int anonymise(String name) {
        String principals = "/api/v1/principals";
        int id = Api.as(Api.ADMIN).get(principals + "?q=" + name).path("items[0].id");
        return Api.as(Api.ADMIN)
                .header("If-Match", "*")
                .post(principals + "/" + id + "/anonymisation")
                .statusCode();
    }

    private Map<String, Object> approval() {
        return Api.as(Api.ADMIN)
                .get(proposal.path() + "/approvals/" + proposal.approval())
                .path("");
    }
}

package dev.docket.document;

import static dev.docket.document.CheatsTest.cheat;
import static dev.docket.document.Proposal.ADR;
import static dev.docket.document.Proposal.JSON;
import static dev.docket.document.Proposal.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.Issuer;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Ways to cheat an approval by what is asked, and by writing something else than a verdict. */
final class CheatsByOtherDoors {

    private CheatsByOtherDoors() {}

    static Stream<Arguments> all() {
        return Stream.of(byAsking(), byTheDocument(), byOtherDoors(), byRules()).flatMap(each -> each);
    }

    private static Stream<Arguments> byAsking() {
        return Stream.of(
                cheat("one approves twice where two are wanted", p -> {
                    p.maintainer.rules(ADR, Map.of("minApprovals", 2));
                    String second = p.ask(Map.of("role", "security"));
                    p.approve(p.security);
                    status(200, p.security.judge(ADR, p.number, second, "approved"));
                }),
                cheat(
                        "the request of the policy is withdrawn",
                        p -> assertThat(p.withdraw(p.maintainer, p.approval())).isEqualTo(409)),
                cheat("another is asked for the same instead, by name", p -> {
                    String own = p.ask(Map.of("approver", p.author.principal()));
                    status(200, p.author.judge(ADR, p.number, own, "approved"));
                }),
                cheat("what one person was asked another one answers", p -> {
                    String asked = p.ask(Map.of("approver", p.maintainer.principal(), "required", true));
                    status(403, p.security.judge(ADR, p.number, asked, "approved"));
                    p.approve(p.security);
                }),
                cheat("an objection is passed over by a second request", p -> {
                    status(200, p.verdict(p.security, "rejected"));
                    Desk second = p.maintainer.colleague("second", List.of("approver"), "security");
                    String again = p.ask(Map.of("role", "security"));
                    status(200, second.judge(ADR, p.number, again, "approved"));
                }),
                cheat("an objection is withdrawn", p -> {
                    String asked = p.ask(Map.of("role", "security", "required", false));
                    status(200, p.security.judge(ADR, p.number, asked, "rejected"));
                    assertThat(p.withdraw(p.author, asked)).isEqualTo(409);
                    assertThat(p.withdraw(p.maintainer, asked)).isEqualTo(409);
                    p.approve(p.security);
                }),
                cheat("whoever objected is removed", p -> {
                    status(200, p.verdict(p.security, "changes-requested"));
                    Api.removeMember(p.project(), p.security.principal());
                }),
                cheat("an abstention", p -> status(200, p.verdict(p.security, "abstained"))));
    }

    private static Stream<Arguments> byTheDocument() {
        return Stream.of(
                cheat("approvals by PUT", p -> p.put(422, p.withApprovals())),
                cheat(
                        "approvals by merge patch",
                        p -> status(
                                422,
                                p.author.patch(
                                        ADR,
                                        p.number,
                                        "*",
                                        Map.of("approvals", p.withApprovals().get("approvals"))))),
                cheat(
                        "approvals by JSON Patch",
                        p -> p.jsonPatch(
                                422, "[{\"op\":\"replace\",\"path\":\"/approvals/0/state\",\"value\":\"approved\"}]")),
                cheat(
                        "no approvals by JSON Patch",
                        p -> p.jsonPatch(422, "[{\"op\":\"remove\",\"path\":\"/approvals/0\"}]")),
                cheat(
                        "the status by PUT",
                        p -> p.put(422, p.author.read(ADR, p.number).put("status", "accepted"))),
                cheat(
                        "the record by PUT",
                        p -> p.put(422, p.author.read(ADR, p.number).set("record", Desk.JSON.createArrayNode()))),
                cheat("the content revision by PUT", p -> {
                    p.approve(p.security);
                    p.edit();
                    p.put(422, p.author.read(ADR, p.number).put("contentRevision", 1));
                }));
    }

    private static Stream<Arguments> byOtherDoors() {
        return Stream.of(
                cheat(
                        "a new document that comes approved",
                        p -> status(
                                422,
                                p.author.create(
                                        ADR,
                                        Desk.with(
                                                Desk.complete(ADR),
                                                "approvals",
                                                List.of(Map.of("role", "security", "state", "approved")))))),
                cheat("a new document that comes accepted, as Markdown", p -> {
                    Response created = p.author
                            .request()
                            .contentType("text/markdown")
                            .body("# Ticked\n\n## Status\n\nAccepted\n\n## Approvals\n\n- [x] security\n")
                            .post(p.maintainer.path(ADR));
                    status(201, created);
                    assertThat(created.<String>path("status")).isNotEqualTo("accepted");
                }),
                cheat(
                        "an import by the author",
                        p -> status(
                                403,
                                p.author
                                        .request()
                                        .contentType("text/markdown")
                                        .body("# Partition the ledger\n\n## Status\n\nAccepted\n")
                                        .post("/api/v1/projects/" + p.project() + "/imports"))),
                cheat("superseded without having been accepted", p -> {
                    int other = p.author.created(ADR, Desk.complete(ADR));
                    status(
                            409,
                            p.maintainer.move(ADR, p.number, Map.of("to", "superseded", "by", Desk.ref(ADR, other))));
                }),
                cheat(
                        "deprecated without having been accepted",
                        p -> status(
                                409, p.maintainer.move(ADR, p.number, Map.of("to", "deprecated", "comment", "old")))),
                cheat("accepted by its author", p -> {
                    p.approve(p.security);
                    status(403, p.author.accept(ADR, p.number));
                    p.edit();
                }),
                cheat("a member of a group that approved, and left it", p -> {
                    String group = Api.unique("guild");
                    String kim = Api.unique("kim");
                    Api.member(p.project(), "group:" + group, List.of("approver"), List.of("security"));
                    status(200, p.approveWith(Issuer.token(kim, group)));
                    status(200, Api.as(Issuer.token(kim)).get("/api/v1/me"));
                }),
                cheat("the group that approved is removed", p -> {
                    String group = Api.unique("guild");
                    Api.member(p.project(), "group:" + group, List.of("approver"), List.of("security"));
                    status(200, p.approveWith(Issuer.token(Api.unique("kim"), group)));
                    Api.removeMember(p.project(), "group:" + group);
                }));
    }

    private static Stream<Arguments> byRules() {
        return Stream.of(
                cheat(
                        "the author changes the policy",
                        p -> status(
                                403,
                                p.author
                                        .request()
                                        .contentType("application/merge-patch+json")
                                        .header("If-Match", "*")
                                        .body(Desk.bytes(
                                                Map.of("policy", Map.of("adr", Map.of("requiredRoles", List.of())))))
                                        .patch("/api/v1/projects/" + p.project()))),
                cheat(
                        "the author takes on the role",
                        p -> status(
                                403,
                                p.author
                                        .request()
                                        .contentType(JSON)
                                        .header("If-Match", "*")
                                        .body(Map.of(
                                                "roles", List.of("maintainer"), "policyRoles", List.of("security")))
                                        .put("/api/v1/projects/" + p.project() + "/members/" + p.author.principal()))),
                cheat("the policy asks more than when it was approved", p -> {
                    p.approve(p.security);
                    p.maintainer.rules(ADR, Map.of("requiredRoles", List.of("security", "legal")));
                }),
                cheat("the policy wants more people than when it was approved", p -> {
                    p.approve(p.security);
                    p.maintainer.rules(ADR, Map.of("minApprovals", 2));
                }),
                cheat("the policy no longer lets authors approve", p -> {
                    p.maintainer.rules(ADR, Map.of("authorMayApprove", true));
                    p.approve(p.author);
                    p.maintainer.rules(ADR, Map.of("authorMayApprove", false));
                }));
    }
}

package dev.docket.document;

import static dev.docket.document.CheatsTest.cheat;
import static dev.docket.document.Proposal.ADR;
import static dev.docket.document.Proposal.JSON;
import static dev.docket.document.Proposal.status;

import dev.docket.Api;
import dev.docket.Together;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Ways to cheat an approval by who gives it, and when. */
final class CheatsOfPeople {

    private CheatsOfPeople() {}

    static Stream<Arguments> all() {
        return Stream.of(byWho(), byWhen()).flatMap(each -> each);
    }

    private static Stream<Arguments> byWho() {
        return Stream.of(
                cheat("nobody approves", p -> {}),
                cheat("the author approves", p -> p.approve(p.author)),
                cheat("an approver edits, and approves what it wrote", p -> {
                    Desk both = p.maintainer.colleague("both", List.of("author", "approver"), "security");
                    status(200, both.patch(ADR, p.number, both.tag(ADR, p.number), Map.of("title", "Mine now")));
                    p.approve(both);
                }),
                cheat("the maintainer approves", p -> status(403, p.verdict(p.maintainer, "approved"))),
                cheat("an admin approves", p -> status(403, p.approveWith(Api.ADMIN))),
                cheat(
                        "an approver of another role approves",
                        p -> status(
                                403,
                                p.verdict(
                                        p.maintainer.colleague("lead", List.of("approver"), "engineering-lead"),
                                        "approved"))),
                cheat(
                        "a holder of the role that is no approver approves",
                        p -> status(
                                403,
                                p.verdict(p.maintainer.colleague("bot", List.of("author"), "security"), "approved"))),
                cheat(
                        "a service account without the role approves",
                        p -> status(403, p.verdict(p.maintainer.colleague("robot", List.of("approver")), "approved"))),
                cheat(
                        "security of another project approves",
                        p -> status(403, p.approveWith(Api.principalToken(new Proposal().security.principal())))),
                cheat(
                        "one by the name of the role approves",
                        p -> status(403, p.approveWith(Api.principalToken("security")))),
                cheat("a token that was revoked approves", p -> {
                    Response token = Api.token(Map.of("principal", p.security.principal(), "name", "lost"));
                    status(204, Api.as(Api.ADMIN).header("If-Match", "*").delete("/api/v1/tokens/" + token.path("id")));
                    status(401, p.approveWith(token.path("token")));
                }),
                cheat(
                        "a token that may only read approves",
                        p -> status(403, p.approveWith(Api.principalToken(p.security.principal(), "read")))));
    }

    private static Stream<Arguments> byWhen() {
        return Stream.of(
                cheat("approved, then edited", p -> {
                    p.approve(p.security);
                    p.edit();
                }),
                cheat("approved, then an option edited", p -> {
                    p.approve(p.security);
                    status(
                            200,
                            p.author
                                    .request()
                                    .contentType("application/merge-patch+json")
                                    .header("If-Match", "*")
                                    .body(Desk.bytes(Map.of("name", "Two")))
                                    .patch(p.path() + "/options/one"));
                }),
                cheat("approved, then a risk added", p -> {
                    p.approve(p.security);
                    status(
                            201,
                            p.author
                                    .request()
                                    .contentType(JSON)
                                    .body(Map.of("description", "r"))
                                    .post(p.path() + "/risks"));
                }),
                cheat("approved, then made to supersede", p -> {
                    int old = p.author.created(ADR, Desk.complete(ADR));
                    p.maintainer.judgeAs(p.security, ADR, old);
                    status(200, p.maintainer.accept(ADR, old));
                    p.approve(p.security);
                    p.edit(Map.of("links", List.of(Map.of("rel", "supersedes", "target", Desk.ref(ADR, old)))));
                }),
                cheat("approved, edited, and the old text restored", p -> {
                    Object before = p.author.read(ADR, p.number).get("context");
                    p.approve(p.security);
                    p.edit();
                    p.edit(Map.of("context", before));
                }),
                cheat("approved, taken back, edited and proposed again", p -> {
                    p.approve(p.security);
                    p.move(p.author, "draft");
                    p.edit();
                    p.move(p.author, "proposed");
                }),
                cheat("a verdict on the revision before the edit", p -> {
                    p.edit();
                    status(
                            409,
                            p.security.judge(
                                    ADR, p.number, p.approval(), Map.of("verdict", "approved", "revision", 1)));
                }),
                cheat(
                        "a verdict on a revision to come",
                        p -> status(
                                422,
                                p.security.judge(
                                        ADR, p.number, p.approval(), Map.of("verdict", "approved", "revision", 9)))),
                cheat("a verdict on a draft", p -> {
                    p.move(p.author, "draft");
                    status(409, p.security.judge(ADR, p.number, "a1-1", "approved"));
                }),
                cheat("an edit at the same time as the verdict", p -> {
                    String approval = p.approval();
                    Together.run(
                            2,
                            2,
                            nth -> nth == 0
                                    ? p.security.judge(
                                            ADR, p.number, approval, Map.of("verdict", "approved", "revision", 1))
                                    : p.author.patch(ADR, p.number, "*", Map.of("title", "At once")));
                }),
                cheat("the approver leaves", p -> {
                    p.approve(p.security);
                    Api.removeMember(p.project(), p.security.principal());
                }),
                cheat("the approver gives up the role", p -> {
                    p.approve(p.security);
                    Api.member(p.project(), p.security.principal(), List.of("approver"), List.of());
                }),
                cheat("the approver judges no more", p -> {
                    p.approve(p.security);
                    Api.member(p.project(), p.security.principal(), List.of("reader"), List.of("security"));
                }));
    }
}

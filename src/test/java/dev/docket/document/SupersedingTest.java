package dev.docket.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.document.content.Kind;
import dev.docket.document.content.Status;
import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One document takes another's place: both ends in one transaction, or neither. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class SupersedingTest {

    private static final Kind ADR = Kind.ADR;

    private Desk desk;

    @BeforeEach
    void aNewProject() {
        desk = Desk.ofNewProject();
    }

    @Test
    void acceptingSupersedesWhatTheDocumentNames() {
        int old = desk.inStatus(ADR, Status.ACCEPTED);
        int next = proposal(old);
        assertThat(desk.read(ADR, old).get("status").asText()).isEqualTo("accepted");
        assertThat(desk.accept(ADR, next).statusCode()).isEqualTo(200);
        var superseded = desk.read(ADR, old);
        assertThat(superseded.get("status").asText()).isEqualTo("superseded");
        assertThat(superseded.at("/links/0/rel").asText()).isEqualTo("superseded-by");
        assertThat(superseded.at("/links/0/target").asText()).isEqualTo(Desk.ref(ADR, next));
        assertThat(superseded.get("record").get(2).get("by").asText()).isEqualTo(Desk.ref(ADR, next));
        assertThat(superseded.get("revision").asInt()).isEqualTo(3);
    }

    @Test
    void acceptanceIsRefusedWhereTheTargetCannotBeSuperseded() {
        int old = desk.inStatus(ADR, Status.REJECTED);
        int next = proposal(old);
        Response refused = desk.accept(ADR, next);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.<List<String>>path("blockers.code")).containsExactly("supersession");
        assertThat(desk.read(ADR, next).get("status").asText()).isEqualTo("proposed");
    }

    @Test
    void ofTwoThatSupersedeTheSameOnlyOneIsAccepted() {
        int old = desk.inStatus(ADR, Status.ACCEPTED);
        int first = proposal(old);
        int second = proposal(old);
        assertThat(desk.accept(ADR, first).statusCode()).isEqualTo(200);
        assertThat(desk.accept(ADR, second).statusCode()).isEqualTo(409);
    }

    @Test
    void supersedingByHandWritesBothEnds() {
        int old = desk.inStatus(ADR, Status.DEPRECATED);
        int next = desk.inStatus(ADR, Status.ACCEPTED);
        Response moved = desk.move(ADR, old, Map.of("to", "superseded", "by", Desk.ref(ADR, next)));
        assertThat(moved.statusCode()).as(moved.asString()).isEqualTo(200);
        assertThat(desk.read(ADR, next).at("/links/0/rel").asText()).isEqualTo("supersedes");
        assertThat(desk.read(ADR, next).at("/links/0/target").asText()).isEqualTo(Desk.ref(ADR, old));
        var incoming = desk.request().get(desk.path(ADR, next) + "/links");
        assertThat(incoming.<List<String>>path("items.direction")).containsExactly("outgoing", "incoming");
    }

    @Test
    void aSuccessorHasToBeInForceAndOfTheSameSeries() {
        int old = desk.inStatus(ADR, Status.ACCEPTED);
        int proposed = desk.inStatus(ADR, Status.PROPOSED);
        int rfc = desk.inStatus(Kind.RFC, Status.ACCEPTED);
        assertThat(desk.move(ADR, old, Map.of("to", "superseded", "by", Desk.ref(ADR, proposed)))
                        .statusCode())
                .isEqualTo(409);
        assertThat(desk.move(ADR, old, Map.of("to", "superseded", "by", Desk.ref(ADR, old)))
                        .statusCode())
                .isEqualTo(409);
        assertThat(desk.move(ADR, old, Map.of("to", "superseded", "by", Desk.ref(Kind.RFC, rfc)))
                        .statusCode())
                .isEqualTo(422);
        assertThat(desk.move(ADR, old, Map.of("to", "superseded", "by", "ADR-9999"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(desk.move(ADR, old, Map.of("to", "superseded")).statusCode()).isEqualTo(409);
    }

    @Test
    void linksThatSayNonsenseAreRefusedWithTheirPlace() {
        int old = desk.inStatus(ADR, Status.ACCEPTED);
        refused("superseded-by", Desk.ref(ADR, old), "/links/0/rel");
        refused("supersedes", "RFC-0001", "/links/0/target");
        refused("supersedes", "other/ADR-0001", "/links/0/target");
        refused("depends-on", "ADR-0998", "/links/0/target");
        refused("depends-on", "nowhere/ADR-0001", "/links/0/target");
        refused("relates-to", "see the wiki", "/links/0/target");
        int self = desk.created(ADR, Desk.complete(ADR));
        Response itself = link(self, "depends-on", Desk.ref(ADR, self));
        assertThat(itself.statusCode()).isEqualTo(422);
        assertThat(itself.<String>path("errors[0].pointer")).isEqualTo("/target");
    }

    @Test
    void whatADecidedDocumentSupersedesIsFixed() {
        int old = desk.inStatus(ADR, Status.ACCEPTED);
        int next = proposal(old);
        desk.accept(ADR, next);
        String path = desk.path(ADR, next) + "/links/l1-1";
        String tag = desk.request().get(path).header("ETag");
        assertThat(desk.request().header("If-Match", tag).delete(path).statusCode())
                .isEqualTo(409);
        assertThat(link(next, "amends", Desk.ref(ADR, old)).statusCode()).isEqualTo(409);
        assertThat(link(next, "ticket", "PAY-1").statusCode()).isEqualTo(201);
    }

    private int proposal(int old) {
        return desk.created(
                ADR,
                Desk.with(
                        Desk.complete(ADR),
                        "links",
                        List.of(Map.of("rel", "supersedes", "target", Desk.ref(ADR, old)))));
    }

    private Response link(int number, String rel, String target) {
        return desk.request()
                .contentType("application/json")
                .body(Map.of("rel", rel, "target", target))
                .post(desk.path(ADR, number) + "/links");
    }

    private void refused(String rel, String target, String pointer) {
        Response response =
                desk.create(ADR, Map.of("title", "Linked", "links", List.of(Map.of("rel", rel, "target", target))));
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(422);
        assertThat(response.<String>path("errors[0].pointer")).isEqualTo(pointer);
    }
}

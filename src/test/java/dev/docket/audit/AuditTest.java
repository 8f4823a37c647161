package dev.docket.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.Eventually;
import dev.docket.Together;
import dev.docket.document.Desk;
import dev.docket.document.content.Kind;
import dev.docket.postgres.TestPostgres;
import dev.docket.proof.Tally;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A log that is intact is said to be, and one that is not has its first broken place named. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class AuditTest {

    @Test
    void whatIsIntactIsSaidToBe() throws Exception {
        Desk desk = written();
        Response audit = audit(desk);
        assertThat(audit.<Boolean>path("intact")).as(audit.asString()).isTrue();
        assertThat(audit.<Integer>path("entries")).isEqualTo(12);
        assertThat(audit.<Integer>path("revisions")).isEqualTo(12);
        assertThat(audit.<Integer>path("head.position")).isPositive();
        Response empty = Api.as(Api.ADMIN).get("/api/v1/projects/" + Api.project() + "/audit");
        assertThat(empty.<Boolean>path("intact")).isTrue();
        assertThat(empty.<Object>path("head")).isNull();
    }

    @Test
    void everyTamperingIsFoundAndLocated() throws Exception {
        Desk desk = written();
        Desk other = written();
        Api.as(Api.ADMIN).post(Checkpoints.PATH);
        try (Intruder intruder = new Intruder(desk.project());
                Intruder bystander = new Intruder(other.project())) {
            List<Intruder.Link> chain = intruder.chain();
            List<Tampering> tamperings = new ArrayList<>();
            for (int at : List.of(0, chain.size() / 2, chain.size() - 1)) {
                tamperings.addAll(Tampering.of(
                        chain.get(at),
                        at + 1 < chain.size() ? chain.get(at + 1) : null,
                        bystander.chain().get(0).document(),
                        bystander.project()));
            }
            tamperings.addAll(Rewriting.of(chain, bystander.project()));
            for (Tampering tampering : tamperings) {
                check(desk, intruder, tampering);
            }
            assertThat(tamperings).hasSizeGreaterThan(60);
            Tally.count("audit: tampering found and located", tamperings.size());
            assertThat(audit(other).<Boolean>path("intact")).isTrue();
        }
    }

    private static void check(Desk desk, Intruder intruder, Tampering tampering) throws SQLException {
        try {
            for (String statement : tampering.statements()) {
                intruder.change(statement);
            }
            Response audit = audit(desk);
            String name = tampering.name() + ": " + audit.asString();
            assertThat(audit.<Boolean>path("intact")).as(name).isFalse();
            assertThat(tampering.codes())
                    .as(name)
                    .extracting(FaultCode::json)
                    .contains(audit.<String>path("broken.code"));
            Number position = audit.path("broken.position");
            if (tampering.position().isEmpty()) {
                assertThat(position).as(name).isNull();
            } else {
                assertThat(tampering.position()).as(name).contains(position.longValue());
            }
            if (tampering.document() != null) {
                assertThat(audit.<String>path("broken.document")).as(name).isEqualTo(tampering.document());
                assertThat(audit.<Integer>path("broken.revision")).as(name).isEqualTo(tampering.revision());
            }
        } finally {
            intruder.restore();
        }
        assertThat(audit(desk).<Boolean>path("intact"))
                .as("restored after " + tampering.name())
                .isTrue();
    }

    @Test
    void whoeverWritesMeanwhileRaisesNoAlarm() throws Exception {
        Desk desk = Desk.ofNewProject();
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            numbers.add(desk.created(Kind.ADR, Desk.complete(Kind.ADR)));
        }
        AtomicBoolean writing = new AtomicBoolean(true);
        List<Integer> done = Together.run(5, 5, nth -> {
            int times = 0;
            if (nth == 4) {
                try {
                    for (; times < 40; times++) {
                        Response audit = audit(desk);
                        assertThat(audit.<Boolean>path("intact"))
                                .as(audit.asString())
                                .isTrue();
                    }
                } finally {
                    writing.set(false);
                }
            } else {
                while (writing.get()) {
                    desk.retitled(Kind.ADR, numbers.get(nth), "Title " + times++);
                }
            }
            return times;
        });
        assertThat(done.subList(0, 4)).allSatisfy(edits -> assertThat(edits).isPositive());
        Tally.count("audit: verifications beside four writers", done.get(4));
    }

    @Test
    void auditorsAndMaintainersMayAndReadersMayNot() {
        Desk desk = Desk.ofNewProject();
        String auditor = Api.token(
                        Map.of("principal", Api.unique("auditor"), "name", "test", "globalRoles", List.of("auditor")))
                .path("token");
        String path = "/api/v1/projects/" + desk.project() + "/audit";
        assertThat(Api.as(auditor).get(path).statusCode()).isEqualTo(200);
        assertThat(desk.request().get(path).statusCode()).isEqualTo(200);
        assertThat(desk.colleague("author", List.of("author", "approver", "reader"))
                        .request()
                        .get(path)
                        .statusCode())
                .isEqualTo(403);
    }

    /** A project of three documents with four revisions each, all of which the chain has. */
    static Desk written() throws Exception {
        Desk desk = Desk.ofNewProject();
        for (Kind kind : List.of(Kind.ADR, Kind.RFC, Kind.ADR)) {
            int number = desk.created(kind, Desk.complete(kind));
            for (String title : List.of("Once", "Twice", "Thrice")) {
                assertThat(desk.retitled(kind, number, title)).isEqualTo(200);
            }
        }
        Eventually.holds(() -> assertThat(audit(desk).<Integer>path("entries")).isEqualTo(12));
        return desk;
    }

    static Response audit(Desk desk) {
        return Api.as(Api.ADMIN).get("/api/v1/projects/" + desk.project() + "/audit");
    }
}

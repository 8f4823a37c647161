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
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A content that had to go is gone everywhere, and the log is as provable as before. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class RedactionTest {

    /** Columns whose text is not seen as such. */
    private static final Map<String, String> BYTES = Map.of(
            "revision_content", "content", "original", "content", "import_file", "content", "idempotency_key", "body");

    private static final String REASON = "A password was pasted.";

    @Test
    void aRedactedContentIsGoneEverywhereAndTheLogVerifies() throws Exception {
        Desk desk = Desk.ofNewProject();
        String secret = "hunter" + Api.unique("two");
        int number = leaked(desk, secret);
        assertThat(tablesWith(secret)).contains("revision_content", "document_state", "idempotency_key");
        assertThat(redact(desk, number, 1, "\"2\"").statusCode()).isEqualTo(200);
        assertThat(tablesWith(secret)).isEmpty();
        String revisions = path(desk, number) + "/revisions/";
        int gone = 0;
        for (String read : List.of(
                revisions + "1",
                revisions + "1/diff",
                revisions + "2/diff?from=1",
                path(desk, number) + "/options?revision=1",
                path(desk, number) + "/options/o?revision=1",
                path(desk, number) + "/risks?revision=1",
                path(desk, number) + "/approvals?revision=1")) {
            Response answer = desk.request().get(read);
            assertThat(answer.statusCode()).as(read + answer.asString()).isEqualTo(410);
            assertThat(answer.<String>path("type")).isEqualTo("/problems/redacted");
            assertThat(answer.<String>path("detail"))
                    .startsWith("admin removed the content of revision 1")
                    .endsWith(REASON);
            gone++;
        }
        for (String type : List.of("text/markdown", "text/x-diff")) {
            String read = type.equals("text/markdown") ? revisions + "1" : revisions + "2/diff?from=1";
            assertThat(desk.request().accept(type).get(read).statusCode()).isEqualTo(410);
            gone++;
        }
        Tally.count("redaction: ways to read that answer 410", gone);
        assertThat(desk.request().get(path(desk, number)).statusCode()).isEqualTo(200);
        Response list = desk.request().get(path(desk, number) + "/revisions");
        assertThat(list.<String>path("items[1].redaction.reason")).isEqualTo(REASON);
        assertThat(list.<String>path("items[1].redaction.actor")).isEqualTo("admin");
        assertThat(list.<Object>path("items[0].redaction")).isNull();
        Eventually.holds(() ->
                assertThat(AuditTest.audit(desk).<Integer>path("redactions")).isEqualTo(1));
        assertThat(AuditTest.audit(desk).<Boolean>path("intact")).isTrue();
        Response events = desk.request().get("/api/v1/events?project=" + desk.project() + "&limit=200");
        assertThat(events.<List<String>>path("items.type")).contains("dev.docket.document.redacted.v1");
        Response trail =
                Api.as(Api.ADMIN).get("/api/v1/audit/trail?action=revision-redacted&project=" + desk.project());
        assertThat(trail.<List<String>>path("items.subject")).containsExactly(revisions + "1");
    }

    @Test
    void whoMayNotAndWhatCannotBeRedacted() {
        Desk desk = Desk.ofNewProject();
        int number = leaked(desk, "secret");
        assertThat(post(desk.request(), desk, number, 1, "\"2\"", REASON).statusCode())
                .isEqualTo(403);
        assertThat(redact(desk, number, 2, "\"2\"").statusCode()).isEqualTo(409);
        assertThat(redact(desk, number, 3, "\"2\"").statusCode()).isEqualTo(404);
        assertThat(redact(desk, number + 1, 1, "\"2\"").statusCode()).isEqualTo(404);
        assertThat(redact(desk, number, 1, "\"1\"").statusCode()).isEqualTo(412);
        assertThat(post(Api.as(Api.ADMIN), desk, number, 1, null, REASON).statusCode())
                .isEqualTo(428);
        assertThat(post(Api.as(Api.ADMIN), desk, number, 1, "*", " ").statusCode())
                .isEqualTo(422);
        assertThat(post(Api.as(Api.ADMIN), desk, number, 1, "*", "x".repeat(1_001))
                        .statusCode())
                .isEqualTo(422);
        assertThat(desk.request().get(path(desk, number) + "/revisions/1").statusCode())
                .isEqualTo(200);
        assertThat(redact(desk, number, 1, "*").statusCode()).isEqualTo(200);
        assertThat(redact(desk, number, 1, "*").statusCode()).isEqualTo(409);
    }

    @Test
    void aListOfThenGoesOnBeyondWhatIsRedacted() {
        Desk desk = Desk.ofNewProject();
        int first = desk.created(Kind.ADR, Map.of("title", "First"));
        int second = desk.created(Kind.ADR, Map.of("title", "Second"));
        int third = desk.created(Kind.ADR, Map.of("title", "Third"));
        String then = desk.request().get(path(desk, third)).path("updatedAt");
        assertThat(desk.patch(second, Map.of("title", "Clean"))).isEqualTo(200);
        assertThat(redact(desk, second, 1, "*").statusCode()).isEqualTo(200);
        List<Integer> found = new ArrayList<>();
        String cursor = "";
        do {
            Response page = desk.request()
                    .get("/api/v1/documents?limit=1&project=" + desk.project() + "&asOf=" + then + cursor);
            assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
            found.addAll(page.<List<Integer>>path("items.number"));
            cursor = page.path("nextCursor") == null ? "" : "&cursor=" + page.path("nextCursor");
        } while (!cursor.isEmpty());
        assertThat(found).containsExactly(third, first);
        String lines = desk.request()
                .accept("application/x-ndjson")
                .get("/api/v1/documents?project=" + desk.project() + "&asOf=" + then)
                .asString();
        assertThat(lines.lines()).hasSize(2);
    }

    @Test
    void ofTwoRedactionsAtOnceOneIsDone() throws Exception {
        Desk desk = Desk.ofNewProject();
        int rounds = 10;
        for (int round = 0; round < rounds; round++) {
            int number = leaked(desk, "secret");
            List<Integer> statuses =
                    Together.run(2, 2, nth -> redact(desk, number, 1, "\"2\"").statusCode());
            assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        }
        Tally.count("redaction: two at once", rounds);
        Eventually.holds(() ->
                assertThat(AuditTest.audit(desk).<Integer>path("redactions")).isEqualTo(rounds));
        assertThat(AuditTest.audit(desk).<Boolean>path("intact")).isTrue();
    }

    @Test
    void aRedactionAndAnEditNeverLeaveADocumentWithoutItsContent() {
        Desk desk = Desk.ofNewProject();
        int rounds = 20;
        for (int round = 0; round < rounds; round++) {
            int number = leaked(desk, "secret");
            List<Integer> statuses = Together.run(
                    2,
                    2,
                    nth -> nth == 0
                            ? redact(desk, number, 2, "*").statusCode()
                            : desk.retitled(Kind.ADR, number, "Edited"));
            assertThat(statuses.get(0)).isIn(200, 409);
            assertThat(statuses.get(1)).isEqualTo(200);
            assertThat(desk.request().get(path(desk, number)).statusCode()).isEqualTo(200);
            assertThat(desk.request().get(path(desk, number) + "/revisions/2").statusCode())
                    .isEqualTo(statuses.get(0) == 200 ? 410 : 200);
        }
        Tally.count("redaction: beside an edit", rounds);
        assertThat(AuditTest.audit(desk).<Boolean>path("intact")).isTrue();
    }

    @Test
    void tamperingWithARedactionIsFound() throws Exception {
        Desk desk = Desk.ofNewProject();
        int number = leaked(desk, "secret");
        int other = leaked(desk, "secret");
        assertThat(redact(desk, number, 1, "*").statusCode()).isEqualTo(200);
        Eventually.holds(() ->
                assertThat(AuditTest.audit(desk).<Integer>path("redactions")).isEqualTo(1));
        String scar = " WHERE document_id = (SELECT d.id FROM document d JOIN project p ON p.id = d.project_id"
                + " WHERE p.key = '%s' AND d.number = %d) AND number = 1";
        String redacted = scar.formatted(desk.project(), number);
        String untouched = scar.formatted(desk.project(), other);
        Map<String, FaultCode> tamperings = Map.of(
                "UPDATE redaction SET actor = 'mallory'" + redacted,
                FaultCode.REDACTION_CHANGED,
                "UPDATE redaction SET reason = 'none'" + redacted,
                FaultCode.REDACTION_CHANGED,
                "UPDATE redaction SET at = at + interval '1 second'" + redacted,
                FaultCode.REDACTION_CHANGED,
                "UPDATE redaction SET sha256 = sha256('x')" + redacted,
                FaultCode.REDACTION_CHANGED,
                "DELETE FROM redaction" + redacted,
                FaultCode.CONTENT_MISSING,
                "INSERT INTO revision_content SELECT document_id, number, 'again' FROM redaction" + redacted,
                FaultCode.REDACTION_CHANGED,
                "DELETE FROM revision_content" + untouched,
                FaultCode.CONTENT_MISSING,
                forged() + untouched,
                FaultCode.REDACTION_CHANGED);
        try (Intruder intruder = new Intruder(desk.project())) {
            for (Map.Entry<String, FaultCode> tampering : tamperings.entrySet()) {
                intruder.change(tampering.getKey());
                Response audit = AuditTest.audit(desk);
                intruder.restore();
                assertThat(audit.<String>path("broken.code"))
                        .as(tampering.getKey() + audit.asString())
                        .isEqualTo(tampering.getValue().json());
                assertThat(audit.<Integer>path("broken.revision")).isEqualTo(1);
            }
        }
        assertThat(AuditTest.audit(desk).<Boolean>path("intact")).isTrue();
        Tally.count("redaction: tampering found", tamperings.size());
    }

    /** A scar by the owner's own hand, whose hash is not even right. */
    private static String forged() {
        return "INSERT INTO redaction SELECT document_id, number, now(), 'admin', 'none', sha256('x'), 'proposed', true"
                + " FROM revision_content";
    }

    /** An ADR with the secret in its first revision only, everywhere in it. */
    private static int leaked(Desk desk, String secret) {
        // With a key, so that the answer is kept as well.
        Response created = desk.request()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", Api.unique("key"))
                .body(Map.of(
                        "title", "Title " + secret,
                        "context", Map.of("problem", "Problem " + secret),
                        "tags", List.of("tag-" + secret.toLowerCase(Locale.ROOT)),
                        "options", List.of(Map.of("id", "o", "name", "Option " + secret)),
                        "risks", List.of(Map.of("id", "r", "description", "Risk " + secret))))
                .post("/api/v1/projects/" + desk.project() + "/adrs");
        assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
        int number = created.path("number");
        assertThat(desk.patch(
                        number,
                        Map.of(
                                "title", "Clean",
                                "context", Map.of("problem", "Clean"),
                                "tags", List.of(),
                                "options", List.of(Map.of("id", "o", "name", "Clean")),
                                "risks", List.of(Map.of("id", "r", "description", "Clean")))))
                .isEqualTo(200);
        return number;
    }

    private static Response redact(Desk desk, int number, int revision, String tag) {
        return post(Api.as(Api.ADMIN), desk, number, revision, tag, REASON);
    }

    private static Response post(
            RequestSpecification request, Desk desk, int number, int revision, @Nullable String tag, String reason) {
        if (tag != null) {
            request.header("If-Match", tag);
        }
        return request.contentType(ContentType.JSON)
                .body(Map.of("reason", reason))
                .post(path(desk, number) + "/revisions/" + revision + "/redaction");
    }

    private static String path(Desk desk, int number) {
        return "/api/v1/projects/" + desk.project() + "/adrs/" + number;
    }

    /** The tables with a row that holds the text, in whatever column; contents as text. */
    private static List<String> tablesWith(String text) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = Intruder.owner();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet row =
                    statement.executeQuery("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")) {
                while (row.next()) {
                    tables.add(row.getString(1));
                }
            }
            for (String table : tables) {
                String bytes = BYTES.getOrDefault(table, "''::bytea");
                String columns = "coalesce(encode(" + bytes + ", 'escape'), '') || t::text";
                try (ResultSet row = statement.executeQuery(
                        "SELECT count(*) FROM %s t WHERE %s ILIKE '%%%s%%'".formatted(table, columns, text))) {
                    row.next();
                    if (row.getInt(1) > 0) {
                        found.add(table);
                    }
                }
            }
        }
        return found;
    }
}

package dev.docket.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.flipkart.zjsonpatch.JsonPatch;
import dev.docket.api.CanonicalJson;
import dev.docket.document.content.Fixtures;
import dev.docket.document.content.Kind;
import dev.docket.document.content.Status;
import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Revisions: read exactly as they were, hashed, compared, never rewritten; and the index that follows from them. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class LogTest {

    private static final Kind ADR = Kind.ADR;

    @Inject
    DataSource database;

    @Inject
    Rebuild rebuild;

    @Inject
    Reminders reminders;

    @Test
    void aRevisionIsReadExactlyAsItWasAndHashedAsItSays() {
        Desk desk = Desk.ofNewProject();
        int number = desk.created(ADR, Desk.complete(ADR));
        byte[] first = desk.request().get(desk.path(ADR, number)).asByteArray();
        desk.retitled(ADR, number, "Another title");
        desk.retitled(ADR, number, "A third title");
        String revisions = desk.path(ADR, number) + "/revisions";
        assertThat(desk.request().get(revisions + "/1").asByteArray()).isEqualTo(first);
        Response list = desk.request().get(revisions);
        assertThat(list.<List<Integer>>path("items.revision")).containsExactly(3, 2, 1);
        assertThat(list.<String>path("items[2].contentSha256")).isEqualTo(hex(first));
        assertThat(list.<String>path("items[1].previousSha256")).isEqualTo(list.path("items[2].sha256"));
        assertThat(list.<String>path("items[1].sha256")).isEqualTo(headerHash(list, 1, desk.project + "/ADR-0001"));
        assertThat(Instant.parse(list.path("items[0].at"))).isAfter(Instant.parse(list.path("items[1].at")));
        Response page = desk.request().get(revisions + "?limit=2");
        Response rest = desk.request().get(revisions + "?cursor=" + page.path("nextCursor"));
        assertThat(rest.<List<Integer>>path("items.revision")).containsExactly(1);
    }

    private static String headerHash(Response list, int index, String subject) {
        Map<String, Object> item = new TreeMap<>(list.<Map<String, Object>>path("items[" + index + "]"));
        Map<String, Object> header = new TreeMap<>(Map.of(
                "actor", item.get("actor"),
                "at", item.get("at"),
                "content", item.get("contentSha256"),
                "document", subject,
                "previous", item.get("previousSha256"),
                "revision", item.get("revision")));
        return hex(CanonicalJson.bytes(Desk.JSON.valueToTree(header)));
    }

    @Test
    void theDiffMakesOneRevisionOfAnother() throws Exception {
        Desk desk = Desk.ofNewProject();
        int number =
                desk.created(ADR, Fixtures.read("adr-drivers").without(List.of("approvals", "links", "references")));
        desk.retitled(ADR, number, "Another title");
        desk.patch(ADR, number, desk.tag(ADR, number), Map.of("tags", List.of("other")));
        String revisions = desk.path(ADR, number) + "/revisions/";
        for (String pair : List.of("3?from=1", "1?from=3", "2?from=2")) {
            int to = Integer.parseInt(pair.substring(0, 1));
            int from = Integer.parseInt(pair.substring(7));
            JsonNode diff = Desk.JSON.readTree(
                    desk.request().get(revisions + to + "/diff?from=" + from).asByteArray());
            JsonNode start =
                    Desk.JSON.readTree(desk.request().get(revisions + from).asByteArray());
            JsonNode end = Desk.JSON.readTree(desk.request().get(revisions + to).asByteArray());
            assertThat(JsonPatch.apply(diff, start)).isEqualTo(end);
        }
        assertThat(desk.request().get(revisions + "9").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsServedIsCanonical() throws Exception {
        Desk desk = Desk.ofNewProject();
        int number = desk.created(
                ADR, Map.of("title", "Ünïcode \u2028 \"quotes\" \\ and 😀", "reviewNote", "tab\tnew\nline"));
        byte[] served = desk.request().get(desk.path(ADR, number)).asByteArray();
        assertThat(served).isEqualTo(CanonicalJson.bytes(Desk.JSON.readTree(served)));
        assertThat(desk.read(ADR, number).get("fileName").asText()).isEqualTo("0001-unicode-quotes-and.md");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE revision SET actor = 'mallory'",
                "DELETE FROM revision",
                "TRUNCATE revision CASCADE",
                "UPDATE revision_content SET content = ''",
                "DELETE FROM revision_content",
                "DELETE FROM feed",
                "UPDATE feed SET actor = 'mallory'",
                "TRUNCATE feed",
                "DELETE FROM chain",
                "TRUNCATE chain"
            })
    void nobodyRewritesTheLogNotEvenTheOwner(String statement) throws SQLException {
        Desk.ofNewProject().created(ADR, Desk.complete(ADR));
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            assertThatThrownBy(() -> sql.execute(statement)).hasMessageContaining("denied");
        }
        try (Connection connection = owner();
                Statement sql = connection.createStatement()) {
            assertThatThrownBy(() -> sql.execute(statement)).hasMessageContaining("append-only");
        }
    }

    @Test
    void theIndexTablesAreRebuiltFromTheRevisionsWithoutADifference() throws SQLException {
        Desk desk = Desk.ofNewProject();
        desk.inStatus(ADR, Status.SUPERSEDED);
        desk.inStatus(Kind.RFC, Status.DEPRECATED);
        int number = desk.created(ADR, Fixtures.read("all-fields-adr").without(List.of("approvals", "links")));
        Desk author = desk.colleague("second-author", List.of("author"));
        author.retitled(ADR, number, "Retitled");
        desk.ask(ADR, number, Map.of("role", "security"));
        int risky = desk.created(
                ADR,
                Desk.with(
                        Desk.complete(ADR),
                        "risks",
                        List.of(Map.of("description", "R", "owner", "Ada", "impact", Map.of("level", "high")))));
        desk.ask(ADR, risky, Map.of("approver", "ada", "dueOn", "2026-01-01"));
        desk.bring(ADR, risky, Status.DEPRECATED);
        desk.patch(ADR, number, desk.tag(ADR, number), Map.of("risks", List.of(), "tags", List.of("one", "two")));
        desk.bring(ADR, desk.created(ADR, Desk.with(Desk.complete(ADR), "reviewOn", "2026-01-01")), Status.ACCEPTED);
        Map<String, String> before = tables();
        reminders.tellAll(); // as may happen at any time
        assertThat(rebuild.all()).isGreaterThan(3);
        assertThat(tables()).isEqualTo(before);
    }

    /** All that follows from the revisions; what was told of a document does not. */
    private Map<String, String> tables() throws SQLException {
        Map<String, String> tables = new TreeMap<>();
        for (String table : List.of(
                "document_link",
                "document_risk",
                "document_approval",
                "document_state",
                "document_state_tag",
                "status_change",
                "verdict_given",
                "document_label",
                "document_search",
                "document")) {
            try (Connection connection = database.getConnection();
                    Statement sql = connection.createStatement();
                    ResultSet row = sql.executeQuery("""
                            SELECT string_agg(says, E'\\n' ORDER BY says)
                            FROM (SELECT (to_jsonb(t) - 'review_announced')::text AS says FROM %s t) each
                            """.formatted(table))) {
                row.next();
                tables.put(table, row.getString(1));
            }
        }
        return tables;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(CanonicalJson.sha256(bytes));
    }

    private static Connection owner() throws SQLException {
        Config config = ConfigProvider.getConfig();
        String user = config.getOptionalValue("docket.owner.username", String.class)
                .orElseGet(() -> config.getValue("quarkus.datasource.username", String.class));
        String password = config.getOptionalValue("docket.owner.password", String.class)
                .orElseGet(() -> config.getValue("quarkus.datasource.password", String.class));
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class), user, password);
    }
}

package dev.docket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** What must hold after every crash: nothing acknowledged is lost, nothing is half done, and the feed catches up. */
final class Wholeness {

    /** Each counts what must not be. */
    private static final Map<String, String> FAULTS = Map.of(
            "gaps in the numbers", """
            SELECT count(*) FROM (
              SELECT 1 FROM document d JOIN counter c USING (project_id, kind) GROUP BY project_id, kind, c.last
              HAVING min(d.number) <> 1 OR max(d.number) <> count(*) OR c.last <> count(*)) AS gaps""",
            "holes in the revisions", """
            SELECT count(*) FROM document d
            JOIN (SELECT document_id, min(number) AS first, max(number) AS last, count(*) AS all FROM revision
                  GROUP BY document_id) r ON r.document_id = d.id
            WHERE r.first <> 1 OR r.last <> d.revision OR r.all <> d.revision""",
            "documents without revisions", """
            SELECT count(*) FROM document d WHERE NOT EXISTS (SELECT FROM revision r WHERE r.document_id = d.id)""",
            "revisions that are not what was hashed", """
            SELECT count(*) FROM revision r LEFT JOIN revision_content c USING (document_id, number)
            WHERE c.content IS NULL OR sha256(c.content) <> r.content_sha256""",
            "documents that are not what their newest revision says", """
            SELECT count(*) FROM document d
            JOIN revision_content c ON c.document_id = d.id AND c.number = d.revision
            WHERE convert_from(c.content, 'UTF8')::jsonb ->> 'status' <> d.status""",
            "risks that the register has otherwise than the document", """
            SELECT count(*) FROM document d
            JOIN revision_content c ON c.document_id = d.id AND c.number = d.revision
            WHERE coalesce(convert_from(c.content, 'UTF8')::jsonb -> 'risks', '[]') <> (
              SELECT coalesce(jsonb_agg(r.content::jsonb ORDER BY r.ordinal), '[]') FROM document_risk r
              WHERE r.document_id = d.id AND r.project_id = d.project_id AND r.status = d.status)""",
            "approvals that the inbox has otherwise than the document", """
            SELECT count(*) FROM document d
            JOIN revision_content c ON c.document_id = d.id AND c.number = d.revision
            WHERE coalesce(convert_from(c.content, 'UTF8')::jsonb -> 'approvals', '[]') <> (
              SELECT coalesce(jsonb_agg(a.content::jsonb ORDER BY a.ordinal), '[]') FROM document_approval a
              WHERE a.document_id = d.id AND a.project_id = d.project_id)""",
            "supersessions half done", """
            SELECT count(*) FROM document successor
            JOIN document_link l ON l.document_id = successor.id AND l.rel = 'supersedes'
            JOIN project p ON p.key = l.target_project
            JOIN document target ON target.project_id = p.id AND target.kind = l.target_kind
              AND target.number = l.target_number
            WHERE (successor.status IN ('accepted', 'superseded')) <> (target.status = 'superseded')""",
            "superseded documents without a successor", """
            SELECT count(*) FROM document d JOIN project p ON p.id = d.project_id
            WHERE d.status = 'superseded' AND NOT EXISTS (
              SELECT FROM document_link l WHERE l.rel = 'supersedes' AND l.target_project = p.key
              AND l.target_kind = d.kind AND l.target_number = d.number)""");

    private static final Map<String, String> NOT_IN_THE_FEED = Map.of(
            "events that wait", "SELECT count(*) FROM outbox",
            "positions missing", "SELECT (SELECT position FROM feed_head) - count(*) FROM feed WHERE position > 0",
            "positions out of range", """
            SELECT count(*) FROM feed WHERE position < 1 OR position > (SELECT position FROM feed_head)""",
            "revisions that the chain lacks", """
            SELECT (SELECT count(*) FROM revision) - (SELECT count(*) FROM chain)""");

    private Wholeness() {}

    /** Fails where something is wrong, or the feed has not caught up in half a minute. Returns how many supersessions there are. */
    static long check(DocketProcess docket, Path data, Map<String, Integer> acknowledged) throws Exception {
        everythingAcknowledgedIsThere(docket, acknowledged);
        try (Connection connection = connect(data)) {
            for (Map.Entry<String, String> fault : FAULTS.entrySet()) {
                assertThat(number(connection, fault.getValue()))
                        .as(fault.getKey())
                        .isZero();
            }
            Eventually.holds(() -> {
                for (Map.Entry<String, String> fault : NOT_IN_THE_FEED.entrySet()) {
                    assertThat(number(connection, fault.getValue()))
                            .as(fault.getKey())
                            .isZero();
                }
            });
            return number(connection, "SELECT count(*) FROM document WHERE status = 'superseded'");
        }
    }

    private static void everythingAcknowledgedIsThere(DocketProcess docket, Map<String, Integer> acknowledged)
            throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        for (Map.Entry<String, Integer> each : acknowledged.entrySet()) {
            HttpRequest request = HttpRequest.newBuilder(docket.base().resolve(each.getKey()))
                    .header("Authorization", "Bearer " + Api.ADMIN)
                    .build();
            HttpResponse<Void> answer = client.send(request, BodyHandlers.discarding());
            assertThat(answer.statusCode()).as(each.getKey()).isEqualTo(200);
            String tag = answer.headers().firstValue("ETag").orElseThrow();
            assertThat(Integer.parseInt(tag.replace("\"", "")))
                    .as(each.getKey())
                    .isGreaterThanOrEqualTo(each.getValue());
        }
    }

    /** As the owner, past the service, with what the data directory says about its server. */
    private static Connection connect(Path data) throws IOException, SQLException {
        String port = Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                .get(3)
                .strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/docket",
                "docket_owner",
                Files.readString(data.resolve("password")));
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}

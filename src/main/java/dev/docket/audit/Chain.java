package dev.docket.audit;

import dev.docket.document.Address;
import dev.docket.document.Redaction;
import dev.docket.document.RevisionHeader;
import dev.docket.document.content.Kind;
import dev.docket.event.ChainEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The chains of projects with their revisions, a bounded piece at a time, read without a lock. */
@ApplicationScoped
class Chain {

    private static final int ENTRIES = 500;

    /** In bytes: so much content makes a piece, unless one revision alone has more. */
    private static final int CONTENT = 8 << 20;

    private static final String PIECE = """
            SELECT * FROM (
              SELECT e.position, e.previous_sha256, e.revision_sha256, e.sha256, e.revision,
                p.key, d.kind, d.number, r.at, r.actor, r.message, r.content_sha256, r.previous_sha256 AS before,
                r.sha256 AS header_sha256, c.content,
                x.at AS redacted_at, x.actor AS redactor, x.reason, x.sha256 AS redaction_sha256,
                sum(octet_length(c.content)) OVER (ORDER BY e.position ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
                  AS earlier
              FROM (SELECT * FROM chain WHERE project_id = ? AND position > ? ORDER BY position LIMIT %d) AS e
              LEFT JOIN document d ON d.id = e.document_id
              LEFT JOIN project p ON p.id = d.project_id
              LEFT JOIN revision r ON r.document_id = e.document_id AND r.number = e.revision
              LEFT JOIN revision_content c ON c.document_id = e.document_id AND c.number = e.revision
              LEFT JOIN redaction x ON x.document_id = e.document_id AND x.number = e.revision) AS sized
            WHERE earlier IS NULL OR earlier < %d ORDER BY position
            """.formatted(ENTRIES, CONTENT);

    private final DataSource database;

    Chain(DataSource database) {
        this.database = database;
    }

    /** The next entries after the position; empty where there are none. */
    List<Entry> after(long projectId, long position) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(PIECE)) {
            select.setLong(1, projectId);
            select.setLong(2, position);
            try (ResultSet row = select.executeQuery()) {
                List<Entry> entries = new ArrayList<>();
                while (row.next()) {
                    entries.add(entry(row));
                }
                return entries;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the chain cannot be read", e);
        }
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                new ChainEntry(
                        row.getLong("position"), row.getBytes("revision_sha256"), row.getBytes("previous_sha256")),
                row.getBytes("sha256"),
                subject(row),
                row.getInt("revision"),
                header(row),
                row.getBytes("header_sha256"),
                redaction(row),
                row.getBytes("redaction_sha256"),
                row.getBytes("content"));
    }

    private static @Nullable Redaction redaction(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("redacted_at", OffsetDateTime.class);
        String subject = subject(row);
        return at == null || subject == null || row.getBytes("content_sha256") == null
                ? null
                : new Redaction(
                        subject,
                        row.getInt("revision"),
                        at.toInstant(),
                        row.getString("redactor"),
                        row.getString("reason"),
                        row.getBytes("content_sha256"));
    }

    private static @Nullable String subject(ResultSet row) throws SQLException {
        String project = row.getString("key");
        return project == null
                ? null
                : new Address(Kind.of(row.getString("kind")), project, row.getInt("number")).subject();
    }

    private static @Nullable RevisionHeader header(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("at", OffsetDateTime.class);
        String subject = subject(row);
        if (at == null || subject == null) {
            return null;
        }
        return new RevisionHeader(
                subject,
                row.getInt("revision"),
                at.toInstant(),
                row.getString("actor"),
                row.getString("message"),
                row.getBytes("content_sha256"),
                row.getBytes("before"));
    }
}

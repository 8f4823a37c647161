package dev.docket.document;

import dev.docket.document.content.Status;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;

/** The table of redactions: the database itself takes a content away and leaves the scar, which the service may only ask for. */
@ApplicationScoped
class Scars {

    private static final String REMOVABLE = """
            SELECT c.content, r.content_sha256 FROM revision_content c
            JOIN revision r USING (document_id, number) WHERE c.document_id = ? AND c.number = ?
            """;
    private final DataSource database;

    Scars(DataSource database) {
        this.database = database;
    }

    /** A content that is there, with its hash as it was written down. */
    record Removable(byte[] content, byte[] contentSha256) {}

    /** The content of the revision; empty where it is gone. */
    Optional<Removable> removable(long documentId, int revision) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(REMOVABLE)) {
            select.setLong(1, documentId);
            select.setInt(2, revision);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(new Removable(row.getBytes(1), row.getBytes(2))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the content cannot be read", e);
        }
    }

    /** Takes the content of a revision away, which is not the newest of a document that is locked. */
    void redact(long documentId, Redaction redaction, Status status, boolean judged) {
        try (Connection connection = database.getConnection();
                PreparedStatement call = connection.prepareStatement("SELECT redact(?, ?, ?, ?, ?, ?, ?, ?)")) {
            call.setLong(1, documentId);
            call.setInt(2, redaction.revision());
            call.setObject(3, redaction.at().atOffset(ZoneOffset.UTC));
            call.setString(4, redaction.actor());
            call.setString(5, redaction.reason());
            call.setBytes(6, redaction.sha256());
            call.setString(7, status.json());
            call.setBoolean(8, judged);
            try (ResultSet row = call.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    throw new IllegalStateException("the database keeps the content");
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the content cannot be removed", e);
        }
    }
}

package dev.docket.audit;

import dev.docket.document.Address;
import dev.docket.document.content.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The revisions of a project's documents one after the other, and where the chain has them. */
@ApplicationScoped
class Revisions {

    static final int PIECE = 2_000;

    /**
     * One snapshot tells of a revision that the chain has it, or that it waits for the sequencer: that moves both in one
     * transaction. A document without a further revision has a row that says so.
     */
    private static final String AFTER = """
            SELECT d.kind, d.number, d.revision AS newest, r.number AS revision, r.sha256, r.previous_sha256, c.position, c.again,
              CASE WHEN c.position IS NULL THEN EXISTS (SELECT FROM outbox o WHERE o.document_id = r.document_id
                AND o.revision = r.number AND o.revision_sha256 = r.sha256) ELSE false END AS waits,
              x.sha256 IS NULL
                OR EXISTS (SELECT FROM chain e WHERE e.document_id = r.document_id AND e.revision = r.number
                  AND e.revision_sha256 = x.sha256)
                OR EXISTS (SELECT FROM outbox o WHERE o.document_id = r.document_id AND o.revision = r.number
                  AND o.revision_sha256 = x.sha256) AS scarred
            FROM document d
            LEFT JOIN revision r ON r.document_id = d.id
              AND r.number > CASE WHEN d.kind = ? AND d.number = ? THEN ? ELSE 0 END
            LEFT JOIN redaction x ON x.document_id = r.document_id AND x.number = r.number
            LEFT JOIN LATERAL (SELECT min(e.position) AS position, max(e.position) AS again FROM chain e
              WHERE e.document_id = r.document_id AND e.revision = r.number AND e.revision_sha256 = r.sha256 AND e.project_id = d.project_id) AS c ON true
            WHERE d.project_id = ? AND (d.kind, d.number) >= (?, ?)
            ORDER BY d.kind, d.number, r.number LIMIT %d
            """.formatted(PIECE);

    private final DataSource database;

    Revisions(DataSource database) {
        this.database = database;
    }

    /**
     * A revision, or a document that has no further one.
     *
     * @param newest the number of the document's newest revision, as the document says
     * @param revision null where there is no further one
     * @param position where the chain has it first; null where it does not
     * @param again where the chain has it last
     * @param waits whether it waits for the sequencer
     * @param scarred whether the chain has, or the sequencer will have, what is said of its redaction, if anything is
     */
    record Row(
            Address document,
            int newest,
            @Nullable Integer revision,
            byte @Nullable [] sha256,
            byte @Nullable [] previous,
            @Nullable Long position,
            @Nullable Long again,
            boolean waits,
            boolean scarred) {}

    /** The rows after that one, null for the first; fewer than {@link #PIECE} where there are no more. */
    List<Row> after(long projectId, String project, @Nullable Row last) {
        String kind = last == null ? "" : last.document().kind().json();
        int number = last == null ? 0 : last.document().number();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(AFTER)) {
            select.setString(1, kind);
            select.setInt(2, number);
            select.setInt(3, last == null ? 0 : Objects.requireNonNullElse(last.revision(), last.newest()));
            select.setLong(4, projectId);
            select.setString(5, kind);
            select.setInt(6, number);
            try (ResultSet row = select.executeQuery()) {
                List<Row> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(row(row, project));
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the revisions cannot be read", e);
        }
    }

    private static Row row(ResultSet row, String project) throws SQLException {
        return new Row(
                new Address(Kind.of(row.getString("kind")), project, row.getInt("number")),
                row.getInt("newest"),
                row.getObject("revision", Integer.class),
                row.getBytes("sha256"),
                row.getBytes("previous_sha256"),
                row.getObject("position", Long.class),
                row.getObject("again", Long.class),
                row.getBoolean("waits"),
                row.getBoolean("scarred"));
    }
}

package dev.docket.document;

import dev.docket.api.CanonicalJson;
import dev.docket.document.content.Common;
import dev.docket.document.content.Envelope;
import dev.docket.document.content.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The revision log, which is the truth, and the row of each document, which is locked and lists are made of. */
@ApplicationScoped
class Log {

    private static final String CURRENT = """
            SELECT d.id, d.project_id, d.authors, d.part_ids, c.content, r.sha256
            FROM document d
            JOIN revision r ON r.document_id = d.id AND r.number = d.revision
            JOIN revision_content c ON c.document_id = d.id AND c.number = d.revision
            """;
    private static final String NEXT_NUMBER = """
            INSERT INTO counter (project_id, kind, last) VALUES (?, ?, 1)
            ON CONFLICT (project_id, kind) DO UPDATE SET last = counter.last + 1 RETURNING last
            """;
    private static final String INSERT = """
            WITH created AS (
              INSERT INTO document (title, status, revision, content_revision, created_at, created_by, updated_at,
                updated_by, status_date, review_on, tags, components, authors, part_ids, project_id, kind, number)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id),
            headed AS (
              INSERT INTO revision (document_id, number, at, actor, message, content_sha256, previous_sha256, sha256)
              SELECT id, ?, ?, ?, ?, ?, ?, ? FROM created)
            INSERT INTO revision_content (document_id, number, content) SELECT id, ?, ? FROM created
            RETURNING document_id
            """;
    private static final String ROW = """
            UPDATE document SET title = ?, status = ?, revision = ?, content_revision = ?, created_at = ?,
              created_by = ?, updated_at = ?, updated_by = ?, status_date = ?, review_on = ?, tags = ?,
              components = ?, authors = ?, part_ids = ?
            WHERE id = ?
            """;
    private static final String UPDATE = "WITH updated AS (" + ROW + """
               RETURNING id),
            headed AS (
              INSERT INTO revision (document_id, number, at, actor, message, content_sha256, previous_sha256, sha256)
              SELECT id, ?, ?, ?, ?, ?, ?, ? FROM updated)
            INSERT INTO revision_content (document_id, number, content) SELECT id, ?, ? FROM updated
            RETURNING document_id
            """;

    private final DataSource database;

    Log(DataSource database) {
        this.database = database;
    }

    /** The document as it stands, without a lock. */
    Optional<Held> find(long projectId, Kind kind, int number) {
        return query(CURRENT + "WHERE d.project_id = ? AND d.kind = ? AND d.number = ?", select -> {
            select.setLong(1, projectId);
            select.setString(2, kind.json());
            select.setInt(3, number);
        });
    }

    /** The document locked until the current transaction ends, as it stands then. */
    Held lock(Held seen) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT revision FROM document WHERE id = ? FOR UPDATE")) {
            select.setLong(1, seen.id());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                if (row.getInt(1) == seen.document().revision()) {
                    return seen;
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the document cannot be locked", e);
        }
        return query(CURRENT + "WHERE d.id = ?", select -> select.setLong(1, seen.id()))
                .orElseThrow();
    }

    /** The next number of the project and kind; whoever else creates there waits for the end of this transaction. */
    int nextNumber(long projectId, Kind kind) {
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement(NEXT_NUMBER)) {
            upsert.setLong(1, projectId);
            upsert.setString(2, kind.json());
            try (ResultSet row = upsert.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("no number can be given", e);
        }
    }

    /** Appends the first revision of a document. */
    Held begin(long projectId, Document document, Change change) {
        return write(INSERT, projectId, null, document, change);
    }

    /** Appends the next revision of a document that is locked. */
    Held append(Held before, Document after, Change change) {
        return write(UPDATE, before.projectId(), before, after, change);
    }

    /** Writes the row of a document as its newest revision has it: part of a {@link Rebuild}. */
    void rewriteRow(long id, Document document) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(ROW)) {
            update.setLong(bindRow(connection, update, document), id);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the row cannot be written", e);
        }
    }

    private Held write(String sql, long projectId, @Nullable Held before, Document document, Change change) {
        byte[] bytes = document.bytes();
        RevisionHeader header = new RevisionHeader(
                document.address().subject(),
                document.revision(),
                change.at(),
                change.actor(),
                change.message(),
                CanonicalJson.sha256(bytes),
                before == null ? null : before.sha256());
        byte[] sha256 = header.sha256();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            int next = bindRow(connection, statement, document);
            if (before == null) {
                statement.setLong(next++, projectId);
                statement.setString(next++, document.envelope().kind().json());
                statement.setInt(next++, document.envelope().number());
            } else {
                statement.setLong(next++, before.id());
            }
            bindRevision(statement, next, header, sha256, bytes);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Held(row.getLong(1), projectId, document, bytes, sha256);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the revision cannot be written", e);
        }
    }

    private static int bindRow(Connection connection, PreparedStatement statement, Document document)
            throws SQLException {
        Envelope envelope = document.envelope();
        Common common = document.common();
        statement.setString(1, document.title());
        statement.setString(2, envelope.status().json());
        statement.setInt(3, envelope.revision());
        statement.setInt(4, envelope.contentRevision());
        statement.setObject(5, time(envelope.createdAt()));
        statement.setString(6, envelope.createdBy());
        statement.setObject(7, time(envelope.updatedAt()));
        statement.setString(8, envelope.updatedBy());
        statement.setObject(9, envelope.date());
        statement.setObject(10, common.reviewOn(), java.sql.Types.DATE);
        statement.setArray(11, texts(connection, common.tags()));
        statement.setArray(12, texts(connection, common.components()));
        statement.setArray(13, texts(connection, document.past().authors()));
        statement.setArray(14, texts(connection, document.past().partIds()));
        return 15;
    }

    private static void bindRevision(
            PreparedStatement statement, int first, RevisionHeader header, byte[] sha256, byte[] bytes)
            throws SQLException {
        statement.setInt(first, header.revision());
        statement.setObject(first + 1, time(header.at()));
        statement.setString(first + 2, header.actor());
        statement.setString(first + 3, header.message());
        statement.setBytes(first + 4, header.contentSha256());
        statement.setBytes(first + 5, header.previous());
        statement.setBytes(first + 6, sha256);
        statement.setInt(first + 7, header.revision());
        statement.setBytes(first + 8, bytes);
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private Optional<Held> query(String sql, Binding binding) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            binding.bind(select);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(held(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the document cannot be read", e);
        }
    }

    private static Held held(ResultSet row) throws SQLException {
        byte[] bytes = row.getBytes(5);
        Past past = new Past(texts(row.getArray(3)), texts(row.getArray(4)));
        return new Held(row.getLong(1), row.getLong(2), Document.of(bytes, past), bytes, row.getBytes(6));
    }

    private static Object time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Array texts(Connection connection, @Nullable Collection<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts == null ? new Object[0] : texts.toArray());
    }

    private static Set<String> texts(Array array) throws SQLException {
        return new TreeSet<>(List.of((String[]) array.getArray()));
    }
}

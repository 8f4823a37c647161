package dev.docket.document;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The table of the files that documents came from. */
@ApplicationScoped
class OriginalFiles {

    private static final String ADD = """
            INSERT INTO original (path, stem, number, title, sha256, content, revision, document_id, project_id, kind)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String REPLACE = """
            UPDATE original SET path = ?, stem = ?, number = ?, title = ?, sha256 = ?, content = ?, revision = ?
            WHERE document_id = ?
            """;

    private static final String FORGET = """
            UPDATE original SET content = NULL, title = '' WHERE document_id = ? AND revision >= ? AND sha256 = ?
            """;

    private static final String UNCHANGED = """
            SELECT o.content FROM project p
            JOIN document d ON d.project_id = p.id
            JOIN original o ON o.document_id = d.id
            WHERE p.key = ? AND d.kind = ? AND d.number = ? AND o.revision = ?
            """;

    private final DataSource database;

    OriginalFiles(DataSource database) {
        this.database = database;
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    void add(Held created, Originals.File file) {
        update(ADD, statement -> {
            bind(statement, created, file);
            statement.setLong(9, created.projectId());
            statement.setString(10, created.document().envelope().kind().json());
        });
    }

    void replace(Held revised, Originals.File file) {
        update(REPLACE, statement -> bind(statement, revised, file));
    }

    /** The newest revision came from an import, too. */
    void follow(Held held) {
        update("UPDATE original SET revision = ? WHERE document_id = ?", statement -> {
            statement.setInt(1, held.document().revision());
            statement.setLong(2, held.id());
        });
    }

    void move(long document, @Nullable String path) {
        update("UPDATE original SET path = ?, stem = ? WHERE document_id = ?", statement -> {
            statement.setString(1, path);
            statement.setString(2, Original.stem(path));
            statement.setLong(3, document);
        });
    }

    /** Lets go of the file, where a revision that an import wrote of it has lost its content; its hash stays, to know it again. */
    void forget(long document, int revision, String sha256) {
        update(FORGET, statement -> {
            statement.setLong(1, document);
            statement.setInt(2, revision);
            statement.setString(3, sha256);
        });
    }

    /** Whether no revision of the document, which is locked, came from elsewhere. */
    boolean isMaster(Held held) {
        return query("SELECT revision FROM original WHERE document_id = ?", held.id(), row -> row.getInt(1))
                .filter(revision -> revision == held.document().revision())
                .isPresent();
    }

    Optional<byte[]> bytes(long document) {
        return query("SELECT content FROM original WHERE document_id = ?", document, row -> row.getBytes(1));
    }

    /** The bytes of the file, where that revision still is what the file says. */
    Optional<byte[]> bytes(Address address, int revision) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(UNCHANGED)) {
            select.setString(1, address.project());
            select.setString(2, address.kind().json());
            select.setInt(3, address.number());
            select.setInt(4, revision);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getBytes(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the original cannot be read", e);
        }
    }

    private interface Reading<T> {
        @Nullable
        T read(ResultSet row) throws SQLException;
    }

    private <T> Optional<T> query(String sql, long document, Reading<T> reading) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, document);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.ofNullable(reading.read(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the original cannot be read", e);
        }
    }

    private static void bind(PreparedStatement statement, Held held, Originals.File file) throws SQLException {
        statement.setString(1, file.path());
        statement.setString(2, Original.stem(file.path()));
        statement.setObject(3, file.ownNumber(), Types.INTEGER);
        statement.setString(4, file.title());
        statement.setString(5, file.sha256());
        statement.setBytes(6, file.content());
        statement.setInt(7, held.document().revision());
        statement.setLong(8, held.id());
    }

    private void update(String sql, Binding binding) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the original cannot be written", e);
        }
    }
}

package dev.docket.document;

import dev.docket.document.content.Kind;
import dev.docket.document.content.Rel;
import dev.docket.document.content.Status;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;

/** What an import has to know of the documents that are there: each question is one query for all its files. */
@ApplicationScoped
public class Surroundings {

    private static final String ORIGINALS = """
            SELECT o.document_id, o.kind, d.number, d.status, o.path, o.number, o.title, o.sha256, o.revision = d.revision
            FROM original o JOIN document d ON d.id = o.document_id
            WHERE o.project_id = ? AND (o.path = ANY (?) OR o.stem = ANY (?) OR o.sha256 = ANY (?) OR o.number = ANY (?))
            ORDER BY o.document_id
            """;
    private static final String PRESENT = """
            SELECT d.kind, d.number, d.status, o.revision IS NOT DISTINCT FROM d.revision
            FROM document d LEFT JOIN original o ON o.document_id = d.id
            WHERE d.project_id = ? AND d.number = ANY (?)
            """;
    private static final String SUPERSEDING = """
            SELECT d.kind, d.number, l.rel, l.target_number FROM document_link l
            JOIN document d ON d.id = l.document_id
            WHERE l.target_project = ? AND l.target_number = ANY (?) AND l.target_kind = d.kind AND d.project_id = ?
              AND l.rel IN ('supersedes', 'superseded-by')
            """;
    private static final String LOCK_COUNTER = """
            INSERT INTO counter (project_id, kind, last) VALUES (?, ?, 0)
            ON CONFLICT (project_id, kind) DO UPDATE SET last = counter.last RETURNING last
            """;

    private final DataSource database;

    Surroundings(DataSource database) {
        this.database = database;
    }

    /** Names that an original may be known by. */
    public record Names(Set<String> paths, Set<String> stems, Set<String> hashes, Set<Integer> numbers) {}

    /** A document that is there. */
    public record Present(Address address, Status status, boolean fileIsMaster) {}

    /** A document that says how it stands to another one of its kind. */
    public record Relation(Address from, Rel rel, Address to) {}

    /** The originals that have one of the names. */
    public List<Original> originals(long projectId, Names names) {
        return query(
                ORIGINALS,
                (connection, select) -> {
                    select.setLong(1, projectId);
                    select.setArray(2, array(connection, "text", names.paths()));
                    select.setArray(3, array(connection, "text", names.stems()));
                    select.setArray(4, array(connection, "text", names.hashes()));
                    select.setArray(5, array(connection, "int", names.numbers()));
                },
                Surroundings::original);
    }

    /** The documents, of any kind, that have one of the numbers. */
    public List<Present> present(long projectId, String project, Collection<Integer> numbers) {
        return query(
                PRESENT,
                (connection, select) -> {
                    select.setLong(1, projectId);
                    select.setArray(2, array(connection, "int", numbers));
                },
                row -> new Present(
                        new Address(Kind.of(row.getString(1)), project, row.getInt(2)),
                        status(row.getString(3)),
                        row.getBoolean(4)));
    }

    /** The supersessions that documents of the project tell of those that have, or will have, the numbers. */
    public List<Relation> superseding(long projectId, String project, Collection<Integer> numbers) {
        return query(
                SUPERSEDING,
                (connection, select) -> {
                    select.setString(1, project);
                    select.setArray(2, array(connection, "int", numbers));
                    select.setLong(3, projectId);
                },
                row -> {
                    Kind kind = Kind.of(row.getString(1));
                    return new Relation(
                            new Address(kind, project, row.getInt(2)),
                            row.getString(3).equals("supersedes") ? Rel.SUPERSEDES : Rel.SUPERSEDED_BY,
                            new Address(kind, project, row.getInt(4)));
                });
    }

    /** The last number given; until the current transaction ends no other is. */
    public int lockLastNumber(long projectId, Kind kind) {
        return query(
                        LOCK_COUNTER,
                        (connection, upsert) -> {
                            upsert.setLong(1, projectId);
                            upsert.setString(2, kind.json());
                        },
                        row -> row.getInt(1))
                .get(0);
    }

    /** The last number given, as it is at the moment. */
    public int lastNumber(long projectId, Kind kind) {
        return query(
                        "SELECT coalesce(max(last), 0) FROM counter WHERE project_id = ? AND kind = ?",
                        (connection, select) -> {
                            select.setLong(1, projectId);
                            select.setString(2, kind.json());
                        },
                        row -> row.getInt(1))
                .get(0);
    }

    /** Gives all numbers up to {@code last}; the counter is locked. */
    public void giveNumbers(long projectId, Kind kind, int last) {
        query(
                "UPDATE counter SET last = greatest(last, ?) WHERE project_id = ? AND kind = ? RETURNING last",
                (connection, update) -> {
                    update.setInt(1, last);
                    update.setLong(2, projectId);
                    update.setString(3, kind.json());
                },
                row -> row.getInt(1));
    }

    private static Original original(ResultSet row) throws SQLException {
        return new Original(
                row.getLong(1),
                Kind.of(row.getString(2)),
                row.getInt(3),
                status(row.getString(4)),
                row.getString(5),
                row.getObject(6, Integer.class),
                row.getString(7),
                row.getString(8),
                row.getBoolean(9));
    }

    private static Status status(String text) {
        return Status.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static Array array(Connection connection, String type, Collection<?> values) throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }

    private interface Binding {
        void bind(Connection connection, PreparedStatement statement) throws SQLException;
    }

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Binding binding, Reading<T> reading) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            binding.bind(connection, select);
            try (ResultSet row = select.executeQuery()) {
                List<T> read = new ArrayList<>();
                while (row.next()) {
                    read.add(reading.read(row));
                }
                return read;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the documents around cannot be read", e);
        }
    }
}

package dev.docket.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.api.StrictJson;
import dev.docket.document.content.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A project's documents one after the other, for an export: never more than one, or a page of titles, at a time. */
@ApplicationScoped
public class Shelf {

    private static final int TITLES = 200;

    private static final String NEXT = """
            SELECT d.number, d.title, c.content, o.content FROM document d
            JOIN revision_content c ON c.document_id = d.id AND c.number = d.revision
            LEFT JOIN original o ON o.document_id = d.id AND o.revision = d.revision
            WHERE d.project_id = ? AND d.kind = ? AND d.number > ? ORDER BY d.number LIMIT 1
            """;
    private static final String ENTRIES = """
            SELECT d.id, d.number, d.title, d.status, d.status_date FROM document d
            WHERE d.project_id = ? AND d.kind = ? AND d.number > ? AND d.number <= ? ORDER BY d.number LIMIT %d
            """.formatted(TITLES);
    private static final String LINKS = """
            SELECT l.rel, l.target_project, l.target_kind, l.target_number, t.title FROM document_link l
            LEFT JOIN project p ON p.key = l.target_project
            LEFT JOIN document t ON t.project_id = p.id AND t.kind = l.target_kind AND t.number = l.target_number
              AND p.id = ?
            WHERE l.document_id = ? AND l.link_id IS NOT NULL ORDER BY l.ordinal
            """;

    private final DataSource database;

    Shelf(DataSource database) {
        this.database = database;
    }

    /**
     * A document.
     *
     * @param content the bytes of its JSON
     * @param original the bytes of the file it came from, where it has not changed since
     */
    public record Item(int number, String fileName, byte[] content, byte @Nullable [] original) {

        public ObjectNode json() {
            return (ObjectNode) StrictJson.tree(content);
        }
    }

    /** What an index says of a document. */
    public record Entry(
            Address address, String title, String fileName, String status, LocalDate date, List<Target> links) {}

    /**
     * A document that another one points to.
     *
     * @param fileName null where it is not there, or in another project
     */
    public record Target(
            String rel, Address address, @Nullable String fileName) {}

    /** The document with the next number. */
    public Optional<Item> next(long projectId, Kind kind, int after) {
        return query(
                        NEXT,
                        select -> {
                            select.setLong(1, projectId);
                            select.setString(2, kind.json());
                            select.setInt(3, after);
                        },
                        row -> new Item(
                                row.getInt(1),
                                Slug.fileName(row.getInt(1), row.getString(2)),
                                row.getBytes(3),
                                row.getBytes(4)))
                .stream()
                .findFirst();
    }

    /** What to say of the documents with the next numbers, up to {@code last}; empty when there are no more. */
    public List<Entry> entries(long projectId, String project, Kind kind, int after, int last) {
        return query(
                ENTRIES,
                select -> {
                    select.setLong(1, projectId);
                    select.setString(2, kind.json());
                    select.setInt(3, after);
                    select.setInt(4, last);
                },
                row -> new Entry(
                        new Address(kind, project, row.getInt(2)),
                        row.getString(3),
                        Slug.fileName(row.getInt(2), row.getString(3)),
                        row.getString(4),
                        row.getObject(5, LocalDate.class),
                        links(projectId, row.getLong(1))));
    }

    private List<Target> links(long projectId, long document) {
        return query(
                LINKS,
                select -> {
                    select.setLong(1, projectId);
                    select.setLong(2, document);
                },
                row -> {
                    Address address = new Address(Kind.of(row.getString(3)), row.getString(2), row.getInt(4));
                    String title = row.getString(5);
                    return new Target(
                            row.getString(1), address, title == null ? null : Slug.fileName(row.getInt(4), title));
                });
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Binding binding, Reading<T> reading) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            binding.bind(select);
            try (ResultSet row = select.executeQuery()) {
                List<T> read = new ArrayList<>();
                while (row.next()) {
                    read.add(reading.read(row));
                }
                return read;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the documents cannot be read", e);
        }
    }
}

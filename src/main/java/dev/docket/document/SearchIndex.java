package dev.docket.document;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The index tables of lists and searches: the labels of a document, and its words. */
final class SearchIndex {

    private static final String LABELS = """
            WITH gone AS (DELETE FROM document_label WHERE document_id = ? AND label <> ALL (?))
            INSERT INTO document_label (document_id, label, status, number)
            SELECT ?, label, ?, ? FROM unnest(?) AS label
            ON CONFLICT (document_id, label) DO UPDATE SET status = EXCLUDED.status
            WHERE document_label.status <> EXCLUDED.status
            """;

    private static final String WORDS = """
            INSERT INTO document_search (document_id, project_id, status, tags, words)
            SELECT id, project_id, ?, ?, setweight(to_tsvector('pg_catalog.english', ?), 'A')
              || to_tsvector('pg_catalog.english', ?) || array_to_tsvector(?)
            FROM document WHERE id = ?
            ON CONFLICT (document_id) DO UPDATE
            SET status = EXCLUDED.status, tags = EXCLUDED.tags, words = EXCLUDED.words
            """;

    private SearchIndex() {}

    /** Brings both tables from what {@code before} says (null: nothing) to what {@code after} says. */
    static void write(Connection connection, long id, @Nullable Document before, Document after) throws SQLException {
        List<String> labels = Labels.of(after);
        boolean relabelled = before == null
                || before.status() != after.status()
                || !Labels.of(before).equals(labels);
        if (relabelled) {
            labels(connection, id, after, labels);
        }
        if (before == null
                || relabelled
                || !before.common().equals(after.common())
                || !before.sections().equals(after.sections())) {
            words(connection, id, after, labels);
        }
    }

    private static void labels(Connection connection, long id, Document document, List<String> labels)
            throws SQLException {
        Array array = connection.createArrayOf("text", labels.toArray());
        try (PreparedStatement replace = connection.prepareStatement(LABELS)) {
            replace.setLong(1, id);
            replace.setArray(2, array);
            replace.setLong(3, id);
            replace.setString(4, document.status().json());
            replace.setInt(5, document.envelope().number());
            replace.setArray(6, array);
            replace.executeUpdate();
        }
    }

    private static void words(Connection connection, long id, Document document, List<String> labels)
            throws SQLException {
        List<String> tags = Objects.requireNonNullElse(document.common().tags(), List.of());
        try (PreparedStatement replace = connection.prepareStatement(WORDS)) {
            replace.setString(1, document.status().json());
            replace.setArray(2, connection.createArrayOf("text", tags.toArray()));
            replace.setString(3, Words.front(document));
            replace.setString(4, Words.body(document));
            replace.setArray(
                    5,
                    connection.createArrayOf(
                            "text", marked(id, document, labels).toArray()));
            replace.setLong(6, id);
            replace.executeUpdate();
        }
    }

    private static List<String> marked(long id, Document document, List<String> labels) {
        List<String> marked = new ArrayList<>();
        labels.forEach(label -> marked.add(Labels.MARK + label));
        marked.add(Labels.MARK + Labels.of(document.status()));
        Labels.ERAS.forEach(size -> marked.add(Labels.MARK + Labels.era(size, id >> size)));
        return marked;
    }
}

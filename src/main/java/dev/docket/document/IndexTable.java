package dev.docket.document;

import dev.docket.api.CanonicalJson;
import dev.docket.api.StrictJson;
import dev.docket.document.content.Part;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table that holds one list of a document: its rows are replaced as one, and only when they change. */
final class IndexTable {

    private final String delete;
    private final String insert;

    /** The table has the columns document_id and ordinal before the named ones. */
    IndexTable(String name, String... columns) {
        this.delete = "DELETE FROM " + name + " WHERE document_id = ?";
        this.insert = "INSERT INTO %s (document_id, ordinal, %s) VALUES (?, ?%s)"
                .formatted(name, String.join(", ", columns), ", ?".repeat(columns.length));
    }

    /** A {@link Part} among the values is written as its JSON, but only where the rows change. */
    static List<@Nullable Object> row(@Nullable Object... values) {
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    void replace(
            Connection connection, long id, List<List<@Nullable Object>> before, List<List<@Nullable Object>> after)
            throws SQLException {
        if (before.equals(after)) {
            return;
        }
        if (!before.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(delete)) {
                statement.setLong(1, id);
                statement.executeUpdate();
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            for (int i = 0; i < after.size(); i++) {
                statement.setLong(1, id);
                statement.setInt(2, i);
                List<@Nullable Object> row = after.get(i);
                for (int column = 0; column < row.size(); column++) {
                    statement.setObject(3 + column, written(row.get(column)));
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static @Nullable Object written(@Nullable Object value) {
        return value instanceof Part<?> part
                ? new String(CanonicalJson.bytes(StrictJson.objectMapper().valueToTree(part)), StandardCharsets.UTF_8)
                : value;
    }
}

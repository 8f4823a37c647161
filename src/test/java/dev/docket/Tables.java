package dev.docket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;

/** Looks for what should not be in the database. */
public final class Tables {

    private Tables() {}

    /** The tables that hold the text anywhere in a row, as text or as bytes. */
    public static List<String> holding(DataSource database, String text) throws SQLException {
        List<String> found = new ArrayList<>();
        String bytes = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        try (Connection connection = database.getConnection()) {
            for (String table : tables(connection)) {
                String sql = "SELECT count(*) FROM \"%s\" t WHERE position(? IN t::text) + position(? IN t::text) > 0"
                        .formatted(table);
                try (PreparedStatement query = connection.prepareStatement(sql)) {
                    query.setString(1, text);
                    query.setString(2, bytes);
                    try (ResultSet row = query.executeQuery()) {
                        row.next();
                        if (row.getInt(1) > 0) {
                            found.add(table);
                        }
                    }
                }
            }
        }
        return found;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet row = connection
                .createStatement()
                .executeQuery("SELECT tablename FROM pg_tables WHERE CASE WHEN schemaname = current_schema()"
                        + " THEN has_table_privilege(quote_ident(tablename), 'SELECT') ELSE false END")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        assertThat(tables).contains("token", "principal", "trail", "document", "revision_content", "outbox", "feed");
        return tables;
    }
}

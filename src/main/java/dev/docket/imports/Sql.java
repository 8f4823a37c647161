package dev.docket.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Statements on the tables of this package, each on the connection of the transaction at hand, or on one of its own. */
@ApplicationScoped
class Sql {

    private final DataSource database;

    Sql(DataSource database) {
        this.database = database;
    }

    interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    interface Use<T> {
        T with(Connection connection) throws SQLException;
    }

    /** Runs the statement; answers how many rows it changed. Arrays are bound as {@code text[]} or {@code int[]}. */
    int update(String sql, @Nullable Object... parameters) {
        return connected(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                bind(connection, statement, parameters);
                return statement.executeUpdate();
            }
        });
    }

    <T> List<T> list(Reading<T> reading, String sql, @Nullable Object... parameters) {
        return connected(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                bind(connection, statement, parameters);
                List<T> read = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        read.add(reading.read(row));
                    }
                }
                return read;
            }
        });
    }

    <T> Optional<T> first(Reading<T> reading, String sql, @Nullable Object... parameters) {
        return list(reading, sql, parameters).stream().findFirst();
    }

    <T> T connected(Use<T> use) {
        try (Connection connection = database.getConnection()) {
            return use.with(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the imports cannot be read or written", e);
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, @Nullable Object[] parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i];
            if (value instanceof Object[] array) {
                String type = value instanceof Integer[] ? "int" : value instanceof Boolean[] ? "boolean" : "text";
                statement.setArray(i + 1, connection.createArrayOf(type, array));
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }
}

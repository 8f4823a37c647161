package dev.docket.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** One statement in a session of its own. */
final class Sql {
    private Sql() {}

    static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.owner(), postgres.password());
    }

    /** The first column of the first row. */
    static String ask(EmbeddedPostgres postgres, String sql) throws SQLException {
        return ask(postgres, postgres.owner(), sql);
    }

    static String ask(EmbeddedPostgres postgres, String user, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl(), user, postgres.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = connect(postgres);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

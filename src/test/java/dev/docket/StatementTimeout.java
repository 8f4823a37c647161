package dev.docket;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** How long statements of the service may take in tests: as long as ever until it is shortened. */
@Singleton
public class StatementTimeout implements AgroalPoolInterceptor {

    private volatile int milliseconds;

    /** Whoever shortens it puts it back, with 0. */
    public void shorten(int to) {
        milliseconds = to;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        if (milliseconds > 0) {
            execute(connection, "SET statement_timeout = " + milliseconds);
        }
    }

    @Override
    public void onConnectionReturn(Connection connection) {
        if (milliseconds > 0) {
            execute(connection, "RESET statement_timeout");
        }
    }

    private static void execute(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

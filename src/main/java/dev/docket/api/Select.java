package dev.docket.api;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** A query in the making: its text and what is bound to it, in one order. */
public final class Select {

    /** PostgreSQL, appendix A: {@code query_canceled}, which is what the statement timeout does. */
    private static final String CANCELLED = "57014";

    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    Select() {}

    public interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** A query that begins so. Lists are bound as arrays: of {@code bigint}, {@code int} or {@code text}. */
    public static Select of(String text, Object... values) {
        return new Select().add(text, values);
    }

    /** This query with more text, which has a question mark for each of the values. */
    public Select add(String more, Object... bound) {
        text.append(more);
        values.addAll(Arrays.asList(bound));
        return this;
    }

    /** This query with the text and the values of another. */
    public Select add(Select other) {
        text.append(other.text);
        values.addAll(other.values);
        return this;
    }

    public String text() {
        return text.toString();
    }

    /** Runs it; 503 where that takes longer than statements may. */
    public <T> List<T> list(DataSource database, Reading<T> reading) {
        return list(database, 0, reading);
    }

    /** As {@link #list(DataSource, Reading)}; 503 as well where it goes on beyond the deadline, by a second or more. */
    public <T> List<T> list(DataSource database, Deadline deadline, Reading<T> reading) {
        return list(database, deadline.left(), reading);
    }

    private <T> List<T> list(DataSource database, int seconds, Reading<T> reading) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(text())) {
            select.setQueryTimeout(seconds);
            bind(connection, select);
            List<T> read = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    read.add(reading.read(row));
                }
            }
            return read;
        } catch (SQLException e) {
            if (CANCELLED.equals(e.getSQLState())) {
                throw ProblemType.TOO_SLOW.plain();
            }
            throw new IllegalStateException("the query failed", e);
        }
    }

    /** As {@link #list}, of a query that has one row at most. */
    public <T> Optional<T> first(DataSource database, Reading<T> reading) {
        return list(database, reading).stream().findFirst();
    }

    private void bind(Connection connection, PreparedStatement select) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) instanceof List<?> list) {
                select.setArray(i + 1, connection.createArrayOf(type(list), list.toArray()));
            } else {
                select.setObject(i + 1, values.get(i));
            }
        }
    }

    private static String type(List<?> list) {
        Object first = list.isEmpty() ? "" : list.get(0);
        return first instanceof Long ? "bigint" : first instanceof Integer ? "int" : "text";
    }
}

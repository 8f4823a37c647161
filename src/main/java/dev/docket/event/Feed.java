package dev.docket.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** All events in their one order, whoever may read them. */
@ApplicationScoped
public class Feed {

    private static final String AFTER =
            "SELECT " + Entry.COLUMNS + " FROM feed f WHERE f.position > ? ORDER BY f.position LIMIT ?";

    private static final String OF_PROJECT = "SELECT " + Entry.COLUMNS
            + " FROM feed f WHERE f.project_id = ? AND f.position > ? AND f.position <= ? ORDER BY f.position LIMIT ?";

    private final DataSource database;

    Feed(DataSource database) {
        this.database = database;
    }

    /**
     * What there is of the feed now.
     *
     * @param floor the last position that is gone; 0 while none is
     * @param head the newest position; 0 before the first event
     */
    public record Span(long floor, long head) {}

    /** What there is of the feed now. */
    public Span span() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT floor, position FROM feed_head");
                ResultSet row = select.executeQuery()) {
            row.next();
            return new Span(row.getLong(1), row.getLong(2));
        } catch (SQLException e) {
            throw new IllegalStateException("the feed cannot be read", e);
        }
    }

    /**
     * The events after a position, in order, the first so many: all of them, where the position is not below the
     * {@link Span#floor}. What comes later has higher positions.
     */
    public List<Entry> after(long position, int limit) {
        return read(AFTER, position, limit);
    }

    /** As {@link #after}, of one project alone, up to another position. */
    public List<Entry> ofProject(long project, long position, long end, int limit) {
        return read(OF_PROJECT, project, position, end, limit);
    }

    private List<Entry> read(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                List<Entry> entries = new ArrayList<>();
                while (row.next()) {
                    entries.add(Entry.of(row));
                }
                return entries;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the feed cannot be read", e);
        }
    }
}

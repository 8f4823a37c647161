package dev.docket.feed;

import dev.docket.access.Caller;
import dev.docket.event.Entry;
import dev.docket.event.Feed;
import dev.docket.project.Projects;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The events that a caller may read. */
@ApplicationScoped
class Events {

    /** So many positions are looked at for a page, at most: where little of them is wanted the page may be empty. */
    static final int WINDOW = 10_000;

    /** As {@link #WINDOW}, where an index leads to the events of the projects that are asked for. */
    private static final int WINDOW_OF_PROJECTS = 1_000_000;

    private static final String WANTED = """
            f.position > greatest(?, h.floor) AND f.position <= greatest(?, h.floor) + ?
            AND (cardinality(?) = 0 OR f.type = ANY (?)) AND (cardinality(?) = 0 OR f.subject LIKE ANY (?))
            ORDER BY f.position LIMIT ?
            """;

    /** Its two parameters in their order: all, and the names of the caller. */
    private static final String READABLE = Projects.READABLE.replaceAll(":[a-z]+", "?");

    private static final String ANYWHERE = "SELECT " + Entry.COLUMNS
            + " FROM feed f JOIN project p ON p.id = f.project_id WHERE " + READABLE + " AND " + WANTED;

    private static final String IN_PROJECTS = "SELECT " + Entry.COLUMNS + " FROM project p CROSS JOIN LATERAL ("
            + "SELECT * FROM feed f WHERE f.project_id = p.id AND " + WANTED + ") AS f WHERE p.key = ANY (?) AND "
            + READABLE + " ORDER BY f.position LIMIT ?";

    /** One statement: floor, head and events are of one snapshot, so that nothing can come or go between them. */
    private static final String PAGE = """
            SELECT h.floor, h.position AS head, f.* FROM feed_head h LEFT JOIN LATERAL (%s) AS f ON true
            ORDER BY f.position
            """;

    private final DataSource database;
    private final Feed feed;

    Events(DataSource database, Feed feed) {
        this.database = database;
        this.feed = feed;
    }

    /**
     * A part of the feed.
     *
     * @param entries what of it the caller wants and may read, in order
     * @param end the position that it was read to
     * @param atHead whether there was no more
     */
    record Slice(List<Entry> entries, long end, boolean atHead) {}

    /**
     * What comes after a position, at most so many events; from the oldest one on where it is null. 400 or 410 where the
     * position is out of the feed.
     */
    Slice after(@Nullable Position position, Caller caller, EventFilter filter, int limit) {
        if (position != null && position.latest()) {
            return new Slice(List.of(), feed.span().head(), true);
        }
        boolean anywhere = filter.projects().isEmpty();
        int window = anywhere ? WINDOW : WINDOW_OF_PROJECTS;
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(PAGE.formatted(anywhere ? ANYWHERE : IN_PROJECTS))) {
            bind(select, caller, filter, wanted(connection, position, filter, window, limit), limit);
            try (ResultSet row = select.executeQuery()) {
                return slice(row, position, window, limit);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the feed cannot be read", e);
        }
    }

    private static Slice slice(ResultSet row, @Nullable Position position, int window, int limit) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        Feed.Span span = new Feed.Span(0, 0);
        while (row.next()) {
            span = new Feed.Span(row.getLong("floor"), row.getLong("head"));
            if (row.getObject("position") != null) {
                entries.add(Entry.of(row));
            }
        }
        if (position != null) {
            position.check(span);
        }
        long after = position == null ? span.floor() : position.value();
        long end = entries.size() == limit ? entries.get(limit - 1).position() : Math.min(after + window, span.head());
        return new Slice(entries, end, end == span.head());
    }

    private static List<Object> wanted(
            Connection connection, @Nullable Position position, EventFilter filter, int window, int limit)
            throws SQLException {
        long after = position == null ? 0 : position.value();
        Array types = texts(connection, filter.types());
        Array subjects = texts(
                connection,
                filter.prefixes().stream().map(prefix -> "%/" + prefix + "%").toList());
        return List.of(after, after, window, types, types, subjects, subjects, limit);
    }

    private static void bind(
            PreparedStatement select, Caller caller, EventFilter filter, List<Object> wanted, int limit)
            throws SQLException {
        Array names = texts(select.getConnection(), List.of(caller.names()));
        List<Object> readable = List.of(caller.readsEverything(), names);
        Stream<Object> all = filter.projects().isEmpty()
                ? Stream.concat(readable.stream(), wanted.stream())
                : Stream.of(
                                wanted,
                                List.<Object>of(texts(select.getConnection(), filter.projects())),
                                readable,
                                List.<Object>of(limit))
                        .flatMap(List::stream);
        int next = 1;
        for (Object each : all.toList()) {
            select.setObject(next++, each);
        }
    }

    private static Array texts(Connection connection, Collection<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }
}

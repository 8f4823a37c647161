package dev.docket.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.docket.api.StrictJson;
import dev.docket.document.content.Kind;
import dev.docket.event.CloudEvent;
import dev.docket.event.Entry;
import dev.docket.event.Feed;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Makes deliveries of what comes after its position in the feed, for each active webhook that wants it. A webhook that was
 * paused, or is new, has a position of its own until it has caught up.
 */
@ApplicationScoped
class FanOut {

    /** Events at a time, and those of one webhook that is behind. */
    static final int SIZE = 200;

    /** Webhooks that are behind, at a time. */
    private static final int STRAGGLERS = 20;

    private static final String ACTIVE = "w.state = 'active' AND w.removed_at IS NULL";

    /** With the database's time: what is due first comes first, whichever replica made it. */
    private static final String LEASE = """
            SELECT ours.position, clock_timestamp(), head.position AS head, EXISTS (
              SELECT FROM webhook_lane l JOIN webhook w ON w.id = l.webhook_id
              WHERE l.position IS NOT NULL AND %s) AS behind
            FROM webhook_feed ours CROSS JOIN feed_head head FOR UPDATE OF ours SKIP LOCKED
            """.formatted(ACTIVE);

    private static final String FOLLOWERS = """
            SELECT w.id, w.project_id, w.types, w.kinds, l.position FROM webhook w
            JOIN webhook_lane l ON l.webhook_id = w.id
            WHERE w.project_id = ANY (?) AND l.position IS NULL AND %s ORDER BY w.id
            """.formatted(ACTIVE);

    private static final String BEHIND = """
            SELECT w.id, w.project_id, w.types, w.kinds, l.position FROM webhook_lane l
            JOIN webhook w ON w.id = l.webhook_id
            WHERE l.position IS NOT NULL AND %s ORDER BY w.id LIMIT %d
            """.formatted(ACTIVE, STRAGGLERS);

    private static final String MOVE = "UPDATE webhook_lane SET position = ? WHERE webhook_id = ?";

    private static final String ADVANCE = "UPDATE webhook_feed SET position = ?";

    private final DataSource database;
    private final Feed feed;
    private final Deliveries deliveries;
    private final Lanes lanes;
    private final Schedule schedule;

    FanOut(DataSource database, Feed feed, Deliveries deliveries, Lanes lanes, Schedule schedule) {
        this.database = database;
        this.feed = feed;
        this.deliveries = deliveries;
        this.lanes = lanes;
        this.schedule = schedule;
    }

    private record Head(long position, Instant now, long feed, boolean behind) {}

    /** @param position null where the webhook goes with all others */
    private record Follower(
            long webhook,
            long project,
            Set<String> types,
            Set<String> prefixes,
            @Nullable Long position) {

        static Follower of(ResultSet row) throws SQLException {
            return new Follower(
                    row.getLong("id"),
                    row.getLong("project_id"),
                    Set.of((String[]) row.getArray("types").getArray()),
                    Stream.of((String[]) row.getArray("kinds").getArray())
                            .map(kind -> Kind.of(kind).prefix() + "-")
                            .collect(Collectors.toUnmodifiableSet()),
                    row.getObject("position", Long.class));
        }

        boolean wants(Entry entry) {
            return project == entry.projectId()
                    && (types.isEmpty() || types.contains(entry.type()))
                    && (prefixes.isEmpty() || prefixes.stream().anyMatch(entry.ref()::startsWith));
        }
    }

    /** Makes the next deliveries in the current transaction; answers whether there may be more to make. */
    boolean once() {
        try (Connection connection = database.getConnection()) {
            Head head = lease(connection);
            if (head == null || (head.position() == head.feed() && !head.behind())) {
                return false;
            }
            List<Entry> entries = feed.after(head.position(), SIZE);
            long end = entries.isEmpty()
                    ? head.position()
                    : entries.get(entries.size() - 1).position();
            List<Deliveries.Fresh> fresh = followed(connection, entries);
            boolean more = head.behind() && catchUp(connection, end, fresh);
            queue(fresh, schedule.first(head.now()));
            advance(connection, end);
            return more || entries.size() == SIZE;
        } catch (SQLException e) {
            throw new IllegalStateException("events cannot be made into deliveries: " + e.getMessage(), e);
        }
    }

    private static @Nullable Head lease(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LEASE);
                ResultSet row = select.executeQuery()) {
            return row.next()
                    ? new Head(
                            row.getLong(1),
                            row.getObject(2, OffsetDateTime.class).toInstant(),
                            row.getLong(3),
                            row.getBoolean(4))
                    : null;
        }
    }

    private static List<Deliveries.Fresh> followed(Connection connection, List<Entry> entries) throws SQLException {
        List<Deliveries.Fresh> fresh = new ArrayList<>();
        Object[] projects = entries.stream().map(Entry::projectId).distinct().toArray();
        try (PreparedStatement select = connection.prepareStatement(FOLLOWERS)) {
            select.setArray(1, connection.createArrayOf("bigint", projects));
            List<Follower> followers = followers(select);
            entries.forEach(entry -> add(fresh, entry, followers));
        }
        return fresh;
    }

    private static List<Follower> followers(PreparedStatement select) throws SQLException {
        List<Follower> followers = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                followers.add(Follower.of(row));
            }
        }
        return followers;
    }

    private static void add(List<Deliveries.Fresh> fresh, Entry entry, List<Follower> followers) {
        List<Follower> wanting =
                followers.stream().filter(each -> each.wants(entry)).toList();
        if (!wanting.isEmpty()) {
            String body = body(entry);
            wanting.forEach(each -> fresh.add(new Deliveries.Fresh(
                    each.webhook(), entry.id(), entry.type(), entry.subject(), entry.position(), body)));
        }
    }

    private static String body(Entry entry) {
        try {
            return StrictJson.objectMapper().writeValueAsString(CloudEvent.of(entry));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event is texts and a time", e);
        }
    }

    /** Brings those that are behind further, up to the end where they go with all others; answers whether one is not there. */
    private boolean catchUp(Connection connection, long end, List<Deliveries.Fresh> fresh) throws SQLException {
        boolean more = false;
        List<Follower> behind;
        try (PreparedStatement select = connection.prepareStatement(BEHIND)) {
            behind = followers(select);
        }
        try (PreparedStatement move = connection.prepareStatement(MOVE)) {
            for (Follower each : behind) {
                long position = each.position() == null ? end : each.position();
                List<Entry> entries = feed.ofProject(each.project(), position, end, SIZE);
                entries.forEach(entry -> add(fresh, entry, List.of(each)));
                boolean all = entries.size() < SIZE;
                more |= !all;
                if (all && position > end) {
                    continue; // it is new, and events from before it are still to be made into deliveries
                }
                move.setObject(1, all ? null : entries.get(SIZE - 1).position(), Types.BIGINT);
                move.setLong(2, each.webhook());
                move.addBatch();
            }
            move.executeBatch();
        }
        return more;
    }

    private void queue(List<Deliveries.Fresh> fresh, Instant due) {
        if (!fresh.isEmpty()) {
            deliveries.add(fresh, due);
            Set<Long> webhooks = new HashSet<>();
            fresh.forEach(each -> webhooks.add(each.webhook()));
            lanes.wake(webhooks, due);
        }
    }

    private static void advance(Connection connection, long end) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(ADVANCE)) {
            update.setLong(1, end);
            update.executeUpdate();
        }
    }
}

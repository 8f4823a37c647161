package dev.docket.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * The queue of webhooks that have something to be sent, each in the transaction of whoever calls. Whoever changes more
 * than one lane locks them in the order of their ids.
 */
@ApplicationScoped
class Lanes {

    /** So many deliveries of a webhook are claimed at a time. */
    private static final int DELIVERIES = 50;

    private static final String ADD =
            "INSERT INTO webhook_lane (webhook_id, position) SELECT ?, position FROM feed_head";

    private static final String LOCK =
            "SELECT webhook_id FROM webhook_lane WHERE webhook_id = ANY (?) ORDER BY webhook_id FOR UPDATE";

    private static final String WAKE = """
            UPDATE webhook_lane SET due_at = least(due_at, ?) WHERE webhook_id = ANY (?) AND NOT claimed
            """;

    /** What made events into deliveries waits for it, and then passes the webhook over. */
    private static final String LEAVE = """
            UPDATE webhook_lane SET due_at = NULL, claimed = false,
              position = coalesce(webhook_lane.position, ours.position)
            FROM (SELECT position FROM webhook_feed FOR SHARE) AS ours WHERE webhook_id = ?
            """;

    private static final String JOIN =
            "UPDATE webhook_lane SET due_at = ?, claimed = false, failing_since = NULL WHERE webhook_id = ?";

    static final String CLAIM = """
            UPDATE webhook_lane SET claimed = true, due_at = ? WHERE webhook_id = ANY (ARRAY(
              SELECT webhook_id FROM webhook_lane WHERE due_at <= ? AND webhook_id <> ALL (?)
              ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED))
            RETURNING webhook_id
            """;

    static final String DUE = """
            SELECT w.id AS webhook, w.project_id, w.owner, w.url, s.present,
              CASE WHEN w.previous_secret_until > ? THEN s.previous END AS previous,
              d.id, d.event_id, d.body, d.attempts, d.failed
            FROM unnest(?) AS lane (id) JOIN webhook w ON w.id = lane.id JOIN webhook_secret s ON s.webhook_id = w.id
            CROSS JOIN LATERAL (
              SELECT * FROM webhook_delivery WHERE webhook_id = w.id AND next_attempt_at <= ?
              ORDER BY next_attempt_at, id LIMIT ?) AS d
            WHERE w.state = 'active' AND w.removed_at IS NULL
            ORDER BY w.id, d.next_attempt_at, d.id
            """;

    /** Not before now: whoever has much to be sent goes to the end of the queue again. */
    private static final String RELEASE = """
            UPDATE webhook_lane l SET claimed = false,
              due_at = CASE WHEN w.state = 'active' THEN (
                SELECT greatest(min(d.next_attempt_at), ?) FROM webhook_delivery d
                WHERE d.webhook_id = l.webhook_id AND d.next_attempt_at IS NOT NULL HAVING count(*) > 0) END
            FROM webhook w WHERE w.id = l.webhook_id AND l.webhook_id = ANY (?)
            """;

    private static final String TELL = """
            UPDATE webhook_lane l SET failing_since = CASE WHEN each.succeeded THEN NULL ELSE coalesce(failing_since, ?) END
            FROM unnest(?, ?) AS each (id, succeeded)
            WHERE l.webhook_id = each.id AND each.succeeded = (failing_since IS NOT NULL)
            """;

    private static final String FAILING =
            "SELECT webhook_id FROM webhook_lane WHERE webhook_id = ANY (?) AND failing_since <= ?";

    private final DataSource database;

    Lanes(DataSource database) {
        this.database = database;
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T with(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the queue of webhooks cannot be used: " + e.getMessage(), e);
        }
    }

    /** A new webhook is told what comes after the newest event. */
    void add(long webhook) {
        with(connection -> execute(connection, ADD, webhook));
    }

    /** There is something to be sent to these. */
    void wake(Collection<Long> webhooks, Instant at) {
        with(connection -> {
            lock(connection, webhooks);
            return execute(connection, WAKE, time(at), ids(connection, webhooks));
        });
    }

    /** The webhook is no longer active: what happens from now on is for later. */
    void leave(long webhook) {
        with(connection -> execute(connection, LEAVE, webhook));
    }

    /** The webhook is active again. */
    void join(long webhook, Instant now) {
        with(connection -> execute(connection, JOIN, time(now), webhook));
    }

    /**
     * Claims webhooks that are due, those that have waited longest first, with the next deliveries of each.
     *
     * @param until when another one may claim them, whatever has become of this one
     * @param mine webhooks that are claimed here already
     * @return those that have something to be sent; any others are given back
     */
    List<Claim> claim(Instant now, Instant until, Collection<Long> mine, int most) {
        return with(connection -> {
            List<Long> claimed = new ArrayList<>();
            try (PreparedStatement claim =
                            prepare(connection, CLAIM, time(until), time(now), ids(connection, mine), most);
                    ResultSet row = claim.executeQuery()) {
                while (row.next()) {
                    claimed.add(row.getLong(1));
                }
            }
            List<Claim> claims = claimed.isEmpty() ? List.of() : due(connection, claimed, now);
            claims.forEach(claim -> claimed.remove(claim.webhook()));
            if (!claimed.isEmpty()) {
                execute(connection, RELEASE, time(now), ids(connection, claimed));
            }
            return claims;
        });
    }

    private static List<Claim> due(Connection connection, List<Long> claimed, Instant now) throws SQLException {
        Map<Long, Claim> claims = new LinkedHashMap<>();
        try (PreparedStatement select =
                        prepare(connection, DUE, time(now), ids(connection, claimed), time(now), DELIVERIES);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Claim claim = claims.get(row.getLong("webhook"));
                if (claim == null) {
                    claim = claim(row);
                    claims.put(claim.webhook(), claim);
                }
                claim.due()
                        .add(new Due(
                                row.getLong("id"),
                                row.getString("event_id"),
                                row.getString("body"),
                                row.getInt("attempts"),
                                row.getInt("failed")));
            }
        }
        return List.copyOf(claims.values());
    }

    private static Claim claim(ResultSet row) throws SQLException {
        return new Claim(
                row.getLong("webhook"),
                row.getLong("project_id"),
                row.getString("owner"),
                row.getString("url"),
                row.getBytes("present"),
                row.getBytes("previous"),
                new ArrayList<>());
    }

    /** Locks those of the webhooks that are to be changed together. */
    void lock(Collection<Long> webhooks) {
        with(connection -> lock(connection, webhooks));
    }

    /** Gives claims back. The lanes are locked: what is due is looked up after whoever else may have added to it. */
    void release(Collection<Long> webhooks, Instant now) {
        with(connection -> execute(connection, RELEASE, time(now), ids(connection, webhooks)));
    }

    /** Notes whether any of the attempts of each webhook succeeded. */
    void tell(Map<Long, Boolean> succeeded, Instant now) {
        with(connection -> execute(
                connection,
                TELL,
                time(now),
                ids(connection, succeeded.keySet()),
                connection.createArrayOf("boolean", succeeded.values().toArray())));
    }

    /** Those of the webhooks that have been failing since then or longer. */
    List<Long> failing(Collection<Long> webhooks, Instant since) {
        return with(connection -> {
            List<Long> failing = new ArrayList<>();
            try (PreparedStatement select = prepare(connection, FAILING, ids(connection, webhooks), time(since));
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    failing.add(row.getLong(1));
                }
            }
            return failing;
        });
    }

    private static boolean lock(Connection connection, Collection<Long> webhooks) throws SQLException {
        try (PreparedStatement select = prepare(connection, LOCK, ids(connection, webhooks))) {
            return select.execute();
        }
    }

    private static int execute(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement update = prepare(connection, sql, values)) {
            return update.executeUpdate();
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static Object time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Object ids(Connection connection, Collection<Long> ids) throws SQLException {
        return connection.createArrayOf("bigint", ids.toArray());
    }
}

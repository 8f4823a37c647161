package dev.docket.webhook;

import dev.docket.api.Cursor;
import dev.docket.api.Kebab;
import dev.docket.api.Page;
import dev.docket.api.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** All deliveries, and the log of their attempts. */
@ApplicationScoped
class Deliveries {

    private static final String ADD = """
            INSERT INTO webhook_delivery
              (webhook_id, event_id, type, subject, position, body, state, created_at, next_attempt_at)
            VALUES (?, ?, ?, ?, ?, ?, 'pending', ?, ?)
            """;

    /** Where another one has made the same attempt, that is what counts. */
    private static final String RECORD = """
            WITH made AS (
              SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              AS each (id, seen, state, failed, next_attempt_at, at, latency_ms, status, error, excerpt)),
            told AS (
              UPDATE webhook_delivery d SET state = made.state, attempts = d.attempts + 1, failed = made.failed,
                next_attempt_at = made.next_attempt_at,
                finished_at = CASE WHEN made.state = 'pending' THEN NULL::timestamptz ELSE ? END
              FROM made WHERE d.id = made.id AND d.state = 'pending' AND d.attempts = made.seen
              RETURNING d.id, d.attempts)
            INSERT INTO webhook_attempt (delivery_id, number, at, latency_ms, status, error, excerpt)
            SELECT id, told.attempts, made.at, made.latency_ms, made.status, made.error, made.excerpt
            FROM made JOIN told USING (id)
            """;

    private static final String LIST = """
            SELECT d.id, d.event_id, d.type, d.subject, d.position, d.state, d.created_at, d.next_attempt_at, d.attempts,
              a.number, a.at, a.latency_ms, a.status, a.error, a.excerpt
            FROM (SELECT * FROM webhook_delivery WHERE webhook_id = ? AND id < ? %s ORDER BY id DESC LIMIT ?) AS d
            LEFT JOIN LATERAL (
              SELECT * FROM webhook_attempt WHERE delivery_id = d.id ORDER BY number DESC LIMIT %d) AS a ON true
            ORDER BY d.id DESC, a.number
            """;

    private static final String AGAIN = """
            UPDATE webhook_delivery SET state = 'pending', failed = 0, next_attempt_at = ?, finished_at = NULL
            WHERE id = ? AND webhook_id = ?
            """;

    private final DataSource database;
    private final Clock clock;

    Deliveries(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A delivery to be.
     *
     * @param position in the feed; null for what is not in it
     */
    record Fresh(
            long webhook,
            UUID event,
            String type,
            String subject,
            @Nullable Long position,
            String body) {}

    /** Adds deliveries in the current transaction, in their order. */
    void add(List<Fresh> fresh, Instant due) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(ADD)) {
            for (Fresh each : fresh) {
                insert.setLong(1, each.webhook());
                insert.setObject(2, each.event());
                insert.setString(3, each.type());
                insert.setString(4, each.subject());
                insert.setObject(5, each.position(), java.sql.Types.BIGINT);
                insert.setString(6, each.body());
                insert.setObject(7, time(clock.instant()));
                insert.setObject(8, time(due));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("deliveries cannot be made: " + e.getMessage(), e);
        }
    }

    /** Writes down what came of attempts, in the current transaction. */
    void record(List<Outcome> outcomes) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(RECORD)) {
            Columns columns = new Columns(connection, outcomes);
            update.setArray(1, columns.of("bigint", each -> each.result().due().id()));
            update.setArray(2, columns.of("integer", each -> each.result().due().attempts()));
            update.setArray(3, columns.of("text", each -> each.state().json()));
            update.setArray(4, columns.of("integer", Outcome::failed));
            update.setArray(5, columns.of("timestamptz", each -> time(each.next())));
            update.setArray(
                    6,
                    columns.of(
                            "timestamptz", each -> time(each.result().answer().at())));
            update.setArray(
                    7, columns.of("integer", each -> each.result().answer().latencyMs()));
            update.setArray(
                    8, columns.of("integer", each -> each.result().answer().status()));
            update.setArray(9, columns.of("text", each -> each.result().answer().error()));
            update.setArray(
                    10, columns.of("text", each -> each.result().answer().excerpt()));
            update.setObject(11, time(clock.instant()));
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("attempts cannot be written down: " + e.getMessage(), e);
        }
    }

    private record Columns(Connection connection, List<Outcome> outcomes) {

        Array of(String type, Function<Outcome, @Nullable Object> value) throws SQLException {
            return connection.createArrayOf(type, outcomes.stream().map(value).toArray());
        }
    }

    /** The deliveries of a webhook, newest first; those in the state, where one is given. */
    Page<DeliveryView> list(long webhook, @Nullable DeliveryState state, Paging paging) {
        Cursor.Scope scope = new Cursor.Scope("deliveries of " + webhook + " " + state);
        long before = Objects.requireNonNullElse(scope.id(paging.cursor()), Long.MAX_VALUE);
        // A constant: the indexes of those that are few are by state.
        String condition = state == null ? "" : "AND state = '%s'".formatted(state.json());
        List<DeliveryView> found = find(condition, webhook, before, paging.limit() + 1);
        return Page.of(found, paging.limit(), scope, view -> Long.toString(view.id()));
    }

    /** The one that was added last. */
    DeliveryView newest(long webhook) {
        return find("", webhook, Long.MAX_VALUE, 1).get(0);
    }

    /** Empty where the webhook has none of that id. */
    Optional<DeliveryView> get(long webhook, long id) {
        return find("", webhook, id + 1, 1).stream()
                .filter(found -> found.id() == id)
                .findFirst();
    }

    private List<DeliveryView> find(String condition, long webhook, long before, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(LIST.formatted(condition, DeliveryView.LOG))) {
            select.setLong(1, webhook);
            select.setLong(2, before);
            select.setInt(3, limit);
            try (ResultSet row = select.executeQuery()) {
                Map<Long, DeliveryView> views = new LinkedHashMap<>();
                while (row.next()) {
                    DeliveryView view = views.get(row.getLong("id"));
                    if (view == null) {
                        view = view(row);
                        views.put(view.id(), view);
                    }
                    if (row.getObject("number") != null) {
                        view.log().add(attempt(row));
                    }
                }
                return List.copyOf(views.values());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("deliveries cannot be read", e);
        }
    }

    private static DeliveryView view(ResultSet row) throws SQLException {
        Long position = row.getObject("position", Long.class);
        OffsetDateTime next = row.getObject("next_attempt_at", OffsetDateTime.class);
        return new DeliveryView(
                row.getLong("id"),
                row.getString("event_id"),
                row.getString("type"),
                row.getString("subject"),
                position == null ? null : "%019d".formatted(position),
                Kebab.constant(DeliveryState.class, row.getString("state")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                next == null ? null : next.toInstant(),
                row.getInt("attempts"),
                new ArrayList<>());
    }

    private static DeliveryView.Attempt attempt(ResultSet row) throws SQLException {
        return new DeliveryView.Attempt(
                row.getInt("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getInt("latency_ms"),
                row.getObject("status", Integer.class),
                row.getString("error"),
                row.getString("excerpt"));
    }

    /** Queues a delivery anew in the current transaction, as if there had been no attempt; false where there is none. */
    boolean again(long webhook, long id, Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(AGAIN)) {
            update.setObject(1, time(now));
            update.setLong(2, id);
            update.setLong(3, webhook);
            return update.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("a delivery cannot be queued", e);
        }
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}

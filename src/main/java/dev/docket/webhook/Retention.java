package dev.docket.webhook;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;

/** Lets go of deliveries that have been kept for long enough, and of webhooks that were removed. */
@ApplicationScoped
class Retention {

    private static final int BATCHES = 100;

    private static final String OLD = """
            DELETE FROM webhook_delivery WHERE id = ANY (ARRAY(
              SELECT id FROM webhook_delivery WHERE finished_at < ? ORDER BY finished_at LIMIT 2000))
            """;

    private static final String OF_REMOVED = """
            DELETE FROM webhook_delivery WHERE id = ANY (ARRAY(
              SELECT d.id FROM webhook w CROSS JOIN LATERAL (
                SELECT id FROM webhook_delivery WHERE webhook_id = w.id LIMIT 2000) AS d
              WHERE w.removed_at < ? LIMIT 2000))
            """;

    private static final String REMOVED = """
            DELETE FROM webhook w WHERE removed_at < ?
              AND NOT EXISTS (SELECT FROM webhook_delivery d WHERE d.webhook_id = w.id)
            """;

    private final DataSource database;
    private final Settings settings;
    private final Clock clock;

    Retention(DataSource database, Settings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "3m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void cut() throws SQLException {
        for (String sql : List.of(OLD, OF_REMOVED, REMOVED)) {
            // What was removed just now may still have an attempt under way.
            Duration age = sql.equals(OLD) ? Duration.ofDays(settings.days()) : Duration.ofMinutes(5);
            for (int batch = 0, cut = 1; cut > 0 && batch < BATCHES; batch++) {
                cut = once(sql, age);
            }
        }
    }

    private int once(String sql, Duration age) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setObject(1, clock.instant().minus(age).atOffset(ZoneOffset.UTC));
            return delete.executeUpdate();
        }
    }
}

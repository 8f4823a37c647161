package dev.docket.access;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Writes down when tokens were used: at most once a minute each, and never while a request waits for it. */
@ApplicationScoped
class LastUses {

    private static final Duration FRESH = Duration.ofMinutes(1);

    /** Rows that another replica is at just now are left to it; of the anonymised nothing is known. */
    private static final String WRITE = """
            UPDATE token SET last_used_at = ? WHERE id IN (
              SELECT id FROM token t WHERE id = ANY (?) AND (last_used_at IS NULL OR last_used_at <= ?)
                AND EXISTS (SELECT FROM principal p WHERE p.id = t.principal_id AND p.anonymised_at IS NULL)
              ORDER BY id FOR UPDATE SKIP LOCKED)
            """;

    private final DataSource database;
    private final Clock clock;
    private final Set<Long> used = ConcurrentHashMap.newKeySet();

    LastUses(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Notes a use, unless the last one known is fresh. */
    void note(long token, @Nullable Instant last) {
        if (last == null || !last.isAfter(clock.instant().minus(FRESH))) {
            used.add(token);
        }
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void write() throws SQLException {
        Long[] ids = used.toArray(Long[]::new);
        if (ids.length == 0) {
            return;
        }
        Instant now = clock.instant();
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(WRITE)) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setArray(2, connection.createArrayOf("bigint", ids));
            update.setObject(3, now.minus(FRESH).atOffset(ZoneOffset.UTC));
            update.executeUpdate();
        }
        used.removeAll(Set.of(ids));
    }
}

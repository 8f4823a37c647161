package dev.docket.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.docket.api.ProblemType;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** The keys that are in use, each with the answer it got; for a day. */
@ApplicationScoped
class Keys {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final int BATCH = 1_000;
    private static final String LOCK_TIMEOUT = "55P03";

    /** Waits for whoever has the key in a transaction under way; takes over one that is too old. */
    private static final String CLAIM = """
            INSERT INTO idempotency_key (scope, at) VALUES (?, ?)
            ON CONFLICT (scope) DO UPDATE SET at = EXCLUDED.at WHERE idempotency_key.at <= ?
            """;

    private static final String KEEP =
            "UPDATE idempotency_key SET fingerprint = ?, status = ?, headers = ?, body = ? WHERE scope = ?";
    private static final String FIND = "SELECT fingerprint, status, headers, body FROM idempotency_key WHERE scope = ?";
    private static final String FORGET = """
            DELETE FROM idempotency_key WHERE scope IN (
              SELECT scope FROM idempotency_key WHERE at <= ? ORDER BY at LIMIT ? FOR UPDATE SKIP LOCKED)
            """;

    private final DataSource database;
    private final ObjectMapper json;
    private final Clock clock;

    Keys(DataSource database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Takes the key for the current transaction, with which it is kept or free again; false where it has an answer. A
     * transaction that has it is waited for; 409 where that takes too long.
     */
    boolean claim(Key key) {
        Instant now = clock.instant();
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(CLAIM)) {
            insert.setBytes(1, key.scope());
            insert.setObject(2, utc(now));
            insert.setObject(3, utc(now.minus(KEPT)));
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            if (LOCK_TIMEOUT.equals(e.getSQLState())) {
                throw ProblemType.CONFLICT.because("A request with this Idempotency-Key is still under way.");
            }
            throw new IllegalStateException("the key cannot be taken", e);
        }
    }

    /** Keeps the answer that the current transaction gives to the key that it has claimed. */
    void keep(Key key, Answer answer) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(KEEP)) {
            update.setBytes(1, answer.fingerprint());
            update.setInt(2, answer.status());
            update.setString(3, json.writeValueAsString(answer.headers()));
            update.setBytes(4, answer.body());
            update.setBytes(5, key.scope());
            update.executeUpdate();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("the answer cannot be kept", e);
        }
    }

    Optional<Answer> find(Key key) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setBytes(1, key.scope());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(answer(row)) : Optional.empty();
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("the answer cannot be found", e);
        }
    }

    private Answer answer(ResultSet row) throws SQLException, JsonProcessingException {
        Map<String, String> headers = json.readValue(row.getString(3), new TypeReference<>() {});
        return new Answer(row.getBytes(1), row.getInt(2), headers, row.getBytes(4));
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(FORGET)) {
            delete.setObject(1, utc(clock.instant().minus(KEPT)));
            delete.setInt(2, BATCH);
            while (delete.executeUpdate() == BATCH) {
                // there may be more
            }
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

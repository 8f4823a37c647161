package dev.docket.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;

/** Work that one replica at a time does for all. */
@ApplicationScoped
public class Leases {

    private static final String HOLD = """
            INSERT INTO lease (name, holder, until) VALUES (?, ?, ?)
            ON CONFLICT (name) DO UPDATE SET holder = EXCLUDED.holder, until = EXCLUDED.until
            WHERE lease.holder = EXCLUDED.holder OR lease.until < ?
            """;

    private final DataSource database;
    private final Clock clock;
    private final String holder = UUID.randomUUID().toString();

    Leases(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whether the work is this replica's from now on, for that long; not while it is another one's. */
    public boolean hold(String work, Duration time) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement(HOLD)) {
            upsert.setString(1, work);
            upsert.setString(2, holder);
            upsert.setObject(3, now.plus(time));
            upsert.setObject(4, now);
            return upsert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("the lease cannot be had: " + e.getMessage(), e);
        }
    }
}

package dev.docket.event;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets go of events that have been kept for long enough, a million at a time: the database does it, which has the right
 * that the service lacks. Revisions and their chains stay for ever.
 */
@ApplicationScoped
class Retention {

    /** The database keeps so many days whatever it is asked. */
    private static final int SHORTEST = 7;

    private final DataSource database;
    private final int days;

    Retention(DataSource database, @ConfigProperty(name = "docket.feed.days", defaultValue = "400") int days) {
        this.database = database;
        this.days = days;
    }

    void check(@Observes StartupEvent start) {
        if (days < SHORTEST) {
            throw new ConfigurationException(
                    "DOCKET_FEED_DAYS has to be %d or more; it is %d.".formatted(SHORTEST, days));
        }
    }

    @Scheduled(every = "1h", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void cut() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement call = connection.prepareStatement("SELECT cut_feed(?)")) {
            call.setInt(1, days);
            try (ResultSet row = call.executeQuery()) {
                row.next();
                if (row.getInt(1) > 0) {
                    Log.infof("%d million events were older than %d days and are gone", row.getInt(1), days);
                }
            }
        }
    }
}

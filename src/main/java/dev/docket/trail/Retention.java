package dev.docket.trail;

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

/** Lets go of rows that have been kept for long enough: the database does it, which has the right that the service lacks. */
@ApplicationScoped
class Retention {

    /** The database keeps so many days whatever it is asked. */
    private static final int SHORTEST = 31;

    private static final int BATCHES = 100;

    private final DataSource database;
    private final int days;

    Retention(DataSource database, @ConfigProperty(name = "docket.trail.days", defaultValue = "400") int days) {
        this.database = database;
        this.days = days;
    }

    void check(@Observes StartupEvent start) {
        if (days < SHORTEST) {
            throw new ConfigurationException(
                    "DOCKET_TRAIL_DAYS has to be %d or more; it is %d.".formatted(SHORTEST, days));
        }
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void cut() throws SQLException {
        int all = 0;
        for (int batch = 0, cut = 1; cut > 0 && batch < BATCHES; batch++) {
            cut = once();
            all += cut;
        }
        if (all > 0) {
            Log.infof("%d rows of the audit trail were older than %d days and are gone", all, days);
        }
    }

    /** How many rows one batch cut. */
    int once() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement call = connection.prepareStatement("SELECT cut_trail(?)")) {
            call.setInt(1, days);
            try (ResultSet row = call.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}

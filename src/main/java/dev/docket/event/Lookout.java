package dev.docket.event;

import dev.docket.api.Loop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Notices that the feed has grown: one thread on every replica, which listens to the sequencer's notifications on a
 * connection of its own, and looks by itself for what it was not told.
 */
@ApplicationScoped
class Lookout {

    /** The channel on which the sequencer tells the new head, once a batch. */
    static final String CHANNEL = "docket_feed";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DataSource database;
    private final jakarta.enterprise.event.Event<Grown> grown;
    private final Duration poll;
    private final Loop loop = new Loop("feed lookout", Duration.ZERO, this::listen);
    private long head = -1;

    Lookout(
            DataSource database,
            jakarta.enterprise.event.Event<Grown> grown,
            @ConfigProperty(name = "docket.feed.poll", defaultValue = "500MS") Duration poll) {
        this.database = database;
        this.grown = grown;
        this.poll = poll;
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        loop.stop(PATIENCE);
    }

    private void listen() {
        try (Connection connection = database.getConnection()) {
            listen(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the feed cannot be watched: " + e.getMessage(), e);
        }
    }

    private void listen(Connection connection) throws SQLException {
        PGConnection notified = connection.unwrap(PGConnection.class);
        try (Statement statement = connection.createStatement();
                PreparedStatement select = connection.prepareStatement("SELECT position FROM feed_head")) {
            statement.execute("LISTEN " + CHANNEL);
            try {
                while (loop.runs()) {
                    PGNotification[] told = notified.getNotifications((int) poll.toMillis());
                    tell(told == null || told.length == 0 ? position(select) : position(told));
                }
            } finally {
                // The connection goes back to the pool; a broken one does not.
                statement.execute("UNLISTEN " + CHANNEL);
            }
        }
    }

    private static long position(PGNotification[] told) {
        return Long.parseLong(told[told.length - 1].getParameter());
    }

    private static long position(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private void tell(long position) {
        if (position != head) {
            head = position;
            grown.fire(new Grown(position));
        }
    }
}

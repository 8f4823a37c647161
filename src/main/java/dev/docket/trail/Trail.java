package dev.docket.trail;

import dev.docket.access.Act;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;

/** Writes rows of the trail; nothing ever changes one. */
@ApplicationScoped
class Trail {

    private static final String INSERT = """
            INSERT INTO trail
              (at, action, principal, project, subject, remote_address, user_agent, trace_id, detail, times)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final DataSource database;
    private final CurrentVertxRequest request;
    private final Clock clock;

    Trail(DataSource database, CurrentVertxRequest request, Clock clock) {
        this.database = database;
        this.request = request;
        this.clock = clock;
    }

    /** In the transaction of the act, so that there is no act without its row, and no row without its act. */
    void keep(@Observes Act act) {
        write(List.of(new Entry(clock.instant(), act, origin(), 1)));
    }

    /** Adds the rows to the current transaction, or in one of their own. */
    void write(List<Entry> entries) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Entry entry : entries) {
                bind(insert, entry);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("the trail cannot be written", e);
        }
    }

    private Origin origin() {
        return Arc.container().requestContext().isActive() ? Origin.of(request.getCurrent()) : Origin.HERE;
    }

    private static void bind(PreparedStatement insert, Entry entry) throws SQLException {
        insert.setObject(1, entry.at().atOffset(ZoneOffset.UTC));
        insert.setString(2, entry.act().action().json());
        insert.setString(3, entry.act().principal());
        insert.setString(4, entry.act().project());
        insert.setString(5, entry.subject());
        insert.setString(6, entry.address());
        insert.setString(7, entry.userAgent());
        insert.setString(8, entry.origin().traceId());
        insert.setString(9, entry.detail());
        insert.setInt(10, entry.times());
    }
}

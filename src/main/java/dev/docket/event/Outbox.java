package dev.docket.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Where the transaction of a change leaves its events; the {@link Sequencer} takes them up after the commit. */
@ApplicationScoped
public class Outbox {

    private static final String INSERT = """
            INSERT INTO outbox
              (event_id, type, at, actor, project_id, subject, document_id, revision, revision_sha256, data)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final DataSource database;
    private final ObjectMapper json;
    private final jakarta.enterprise.event.Event<Written> written;

    Outbox(DataSource database, ObjectMapper json, jakarta.enterprise.event.Event<Written> written) {
        this.database = database;
        this.json = json;
        this.written = written;
    }

    /** Fired in the transaction, for those who wait for its commit. */
    record Written() {}

    /** Adds the events to the current transaction, in their order. */
    public void add(List<Event> events) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Event event : events) {
                bind(insert, event);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("events cannot be written", e);
        }
        written.fire(new Written());
    }

    private void bind(PreparedStatement insert, Event event) throws SQLException {
        insert.setObject(1, UUID.randomUUID());
        insert.setString(2, event.type());
        insert.setObject(3, event.at().atOffset(ZoneOffset.UTC));
        insert.setString(4, event.actor());
        insert.setLong(5, event.projectId());
        insert.setString(6, event.subject());
        insert.setObject(7, event.documentId(), Types.BIGINT);
        insert.setObject(8, event.revision(), Types.INTEGER);
        insert.setBytes(9, event.revisionSha256());
        insert.setString(10, text(event));
    }

    private @Nullable String text(Event event) {
        try {
            return json.writeValueAsString(event.data());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("event data is text and whole numbers", e);
        }
    }
}

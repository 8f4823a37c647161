package dev.docket.document;

import dev.docket.api.Leases;
import dev.docket.document.content.Kind;
import dev.docket.event.Event;
import dev.docket.event.EventType;
import dev.docket.event.Outbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Tells, once for each date, that a review is due or an approval overdue. Days are those of UTC. */
@ApplicationScoped
class Reminders {

    static final int BATCH = 200;

    private static final String COLUMNS = "d.id, d.project_id, p.key, d.kind, d.number, d.revision, d.status";

    /** The rows are locked, so that no revision comes between what is told and its telling. */
    private static final String REVIEWS = """
            WITH due AS (
              SELECT id FROM document
              WHERE status IN ('accepted', 'implemented') AND review_on IS NOT NULL
                AND review_announced IS DISTINCT FROM review_on AND review_on <= ?
              ORDER BY review_on, id LIMIT ? FOR NO KEY UPDATE SKIP LOCKED)
            UPDATE document d SET review_announced = d.review_on FROM due, project p
            WHERE d.id = due.id AND p.id = d.project_id
            RETURNING %s, d.review_on AS due_on, NULL AS approval_id, NULL AS role, NULL AS approver
            """.formatted(COLUMNS);

    private static final String APPROVALS = """
            WITH due AS (
              SELECT a.document_id, a.approval_id, a.role, a.approver, a.due_on
              FROM document_approval a JOIN document d ON d.id = a.document_id
              WHERE a.state IN ('pending', 'stale') AND a.due_on IS NOT NULL AND a.due_on < ?
                AND NOT EXISTS (SELECT FROM approval_announced told
                  WHERE told.document_id = a.document_id AND told.approval_id = a.approval_id)
              ORDER BY a.due_on, a.document_id LIMIT ? FOR NO KEY UPDATE OF d SKIP LOCKED),
            told AS (
              INSERT INTO approval_announced (document_id, approval_id) SELECT document_id, approval_id FROM due
              ON CONFLICT DO NOTHING RETURNING document_id, approval_id)
            SELECT %s, due.due_on, due.approval_id, due.role, due.approver FROM told
            JOIN due USING (document_id, approval_id) JOIN document d ON d.id = told.document_id
            JOIN project p ON p.id = d.project_id
            """.formatted(COLUMNS);

    private final DataSource database;
    private final Outbox outbox;
    private final Leases leases;
    private final Clock clock;

    Reminders(DataSource database, Outbox outbox, Leases leases, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.leases = leases;
        this.clock = clock;
    }

    @Scheduled(every = "${docket.reminders.every:1m}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void remind() {
        if (leases.hold("reminders", Duration.ofMinutes(5))) {
            tellAll();
        }
    }

    /** Tells of everything that is due now; safe to be run at several places at once. */
    void tellAll() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        tellAll(EventType.DOCUMENT_REVIEW_DUE, REVIEWS, today);
        tellAll(EventType.DOCUMENT_APPROVAL_OVERDUE, APPROVALS, today);
    }

    private void tellAll(EventType type, String due, LocalDate today) {
        while (QuarkusTransaction.requiringNew().call(() -> tell(type, due, today)) == BATCH) {
            // there may be more
        }
    }

    private int tell(EventType type, String due, LocalDate today) {
        List<Event> events = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(due)) {
            select.setObject(1, today);
            select.setInt(2, BATCH);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    events.add(event(type, row, clock.instant()));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("reminders cannot be told: " + e.getMessage(), e);
        }
        if (!events.isEmpty()) {
            outbox.add(events);
        }
        return events.size();
    }

    private static Event event(EventType type, ResultSet row, Instant now) throws SQLException {
        Address address = new Address(Kind.of(row.getString("kind")), row.getString("key"), row.getInt("number"));
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("ref", address.ref());
        data.put("revision", row.getInt("revision"));
        data.put("status", row.getString("status"));
        data.put("actor", Event.SERVICE);
        data.put("dueOn", row.getString("due_on"));
        for (String column : List.of("role", "approver")) {
            if (row.getString(column) != null) {
                data.put(column, row.getString(column));
            }
        }
        if (row.getString("approval_id") != null) {
            data.put("approval", row.getString("approval_id"));
        }
        return new Event(
                type.type(),
                now,
                Event.SERVICE,
                row.getLong("project_id"),
                address.subject(),
                row.getLong("id"),
                row.getInt("revision"),
                null,
                data);
    }
}

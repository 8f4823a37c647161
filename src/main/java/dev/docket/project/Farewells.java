package dev.docket.project;

import dev.docket.access.Anonymised;
import dev.docket.access.Leaving;
import dev.docket.api.Select;
import dev.docket.event.Event;
import dev.docket.event.EventType;
import dev.docket.event.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** What projects do when a principal is anonymised: it is a member of none any more, and none says its former name. */
@ApplicationScoped
class Farewells {

    private static final String LOCK = """
            SELECT id FROM project WHERE ? IN (created_by, updated_by)
              OR id IN (SELECT project_id FROM member WHERE principal = ?) ORDER BY id FOR NO KEY UPDATE
            """;

    private static final String RENAME = """
            UPDATE project SET created_by = CASE created_by WHEN ? THEN ? ELSE created_by END,
              updated_by = CASE updated_by WHEN ? THEN ? ELSE updated_by END
            WHERE ? IN (created_by, updated_by) RETURNING id
            """;

    private static final String LEAVE = """
            WITH gone AS (DELETE FROM member WHERE principal = ? RETURNING project_id)
            UPDATE project SET members_version = members_version + 1 FROM gone WHERE id = gone.project_id
            RETURNING id, key
            """;

    private final DataSource database;
    private final Outbox outbox;
    private final Clock clock;

    Farewells(DataSource database, Outbox outbox, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Acceptances under way go by the members there were; later ones wait. */
    void lock(@Observes Leaving leaving) {
        Select.of(LOCK, leaving.name(), leaving.name()).list(database, row -> row.getLong(1));
    }

    void leave(@Observes Anonymised who) {
        String former = who.former();
        String name = who.name();
        Select.of(RENAME, former, name, former, name, former).list(database, row -> row.getLong(1));
        Instant now = clock.instant();
        List<Event> events = Select.of(LEAVE, former)
                .list(
                        database,
                        row -> Event.ofProject(
                                EventType.PROJECT_MEMBER_REMOVED,
                                now,
                                who.by(),
                                row.getLong(1),
                                row.getString(2),
                                Map.of("member", name, "actor", who.by())));
        outbox.add(events);
    }
}

package dev.docket.imports;

import dev.docket.access.Anonymised;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What imports do when a principal is anonymised: its unfinished ones end, and none says its former name. */
@ApplicationScoped
class Farewells {

    private static final String END = """
            UPDATE import SET status = 'failed', detail = 'Whoever asked for it was anonymised. What was imported stays.',
              finished_at = clock_timestamp(), holder = NULL, until = NULL, plan = NULL
            WHERE actor = ? AND status IN ('waiting', 'running')
            """;

    private static final String DROP = """
            UPDATE import_file SET content = NULL, step = NULL
            WHERE import_id IN (SELECT id FROM import WHERE actor = ? AND status = 'failed')
              AND (content IS NOT NULL OR step IS NOT NULL)
            """;

    private final Sql sql;

    Farewells(Sql sql) {
        this.sql = sql;
    }

    void leave(@Observes Anonymised who) {
        sql.update(END, who.former());
        sql.update(DROP, who.former());
        sql.update("UPDATE import SET actor = ? WHERE actor = ?", who.name(), who.former());
    }
}

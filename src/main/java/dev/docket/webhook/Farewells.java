package dev.docket.webhook;

import dev.docket.access.Anonymised;
import dev.docket.access.Leaving;
import dev.docket.api.Select;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import javax.sql.DataSource;

/** What webhooks do when a principal is anonymised: nothing is sent on its behalf, and none says its former name. */
@ApplicationScoped
class Farewells {

    private static final String LOCK =
            "SELECT id FROM webhook WHERE ? IN (owner, updated_by) ORDER BY id FOR NO KEY UPDATE";

    private static final String OWNED =
            "SELECT id FROM webhook WHERE owner = ? AND state = 'active' AND removed_at IS NULL ORDER BY id";

    private static final String RENAME = """
            UPDATE webhook SET owner = CASE owner WHEN ? THEN ? ELSE owner END,
              updated_by = CASE updated_by WHEN ? THEN ? ELSE updated_by END
            WHERE ? IN (owner, updated_by) RETURNING id
            """;

    private final DataSource database;
    private final Disabling disabling;

    Farewells(DataSource database, Disabling disabling) {
        this.database = database;
        this.disabling = disabling;
    }

    void lock(@Observes Leaving leaving) {
        Select.of(LOCK, leaving.name()).list(database, row -> row.getLong(1));
    }

    void leave(@Observes Anonymised who) {
        String former = who.former();
        String name = who.name();
        List<Long> owned = Select.of(OWNED, former).list(database, row -> row.getLong(1));
        // Before each is read to be disabled: what is read is written back whole.
        Select.of(RENAME, former, name, former, name, former).list(database, row -> row.getLong(1));
        owned.forEach(id -> disabling.disable(id, DisabledReason.OWNER_CANNOT_READ));
    }
}

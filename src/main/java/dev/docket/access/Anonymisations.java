package dev.docket.access;

import dev.docket.api.ProblemType;
import dev.docket.api.Select;
import dev.docket.api.Tag;
import dev.docket.api.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Makes principals nobody: what ties one to a person goes for good, and what it could do ends. */
@ApplicationScoped
class Anonymisations {

    private static final String LOCK = "SELECT " + PrincipalView.COLUMNS + " FROM principal WHERE id = ? FOR UPDATE";

    /** The hashes of name and subject stay: by them both are known again, and refused. */
    private static final String ANONYMISE = """
            UPDATE principal SET name = ?, display_name = NULL, global_roles = '{}', groups = '{}', groups_at = NULL,
              issuer = NULL, subject = NULL, anonymised_at = ?, version = version + 1 WHERE id = ? RETURNING %s
            """.formatted(PrincipalView.COLUMNS);

    private static final String REVOKE = """
            UPDATE token SET revoked_at = coalesce(revoked_at, ?), name = ?, last_used_at = NULL
            WHERE principal_id = ? RETURNING id
            """;

    private static final String MADE = "UPDATE token SET created_by = ? WHERE created_by = ? RETURNING id";

    /** The trail of a busy principal is long. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final Principals principals;
    private final DataSource database;
    private final Clock clock;
    private final Event<Leaving> leaving;
    private final Event<Anonymised> anonymised;
    private final Event<AccessChanged> changed;
    private final Event<Act> acts;

    Anonymisations(
            Transactions transactions,
            Principals principals,
            DataSource database,
            Clock clock,
            Event<Leaving> leaving,
            Event<Anonymised> anonymised,
            Event<AccessChanged> changed,
            Event<Act> acts) {
        this.transactions = transactions;
        this.principals = principals;
        this.database = database;
        this.clock = clock;
        this.leaving = leaving;
        this.anonymised = anonymised;
        this.changed = changed;
        this.acts = acts;
    }

    /** For good; 403 for everybody but admins, 409 for oneself, for the operator's account, and for who is nobody yet. */
    PrincipalView anonymise(Caller caller, long id, @Nullable String ifMatch) {
        caller.require(Permission.ANONYMISE);
        return transactions.write(PATIENCE, () -> {
            PrincipalView seen = principals.get(caller, id);
            String wanted = Tag.required(ifMatch);
            check(caller, wanted, seen);
            leaving.fire(new Leaving(seen.name()));
            PrincipalView held =
                    Select.of(LOCK, id).first(database, PrincipalView::of).orElseThrow();
            check(caller, wanted, held);
            return anonymise(caller, held);
        });
    }

    private static void check(Caller caller, String wanted, PrincipalView principal) {
        Tag.require(wanted, principal.version());
        if (principal.anonymisedAt() != null) {
            throw ProblemType.CONFLICT.because("The principal is anonymised already.");
        }
        if (principal.name().equals(caller.name()) || principal.name().equals(Bootstrap.ADMIN)) {
            throw ProblemType.CONFLICT.because(
                    "Nobody anonymises oneself, nor the account " + Bootstrap.ADMIN + " of whoever runs the service.");
        }
    }

    private PrincipalView anonymise(Caller caller, PrincipalView held) {
        // Random: nobody can have had it before, and it says nothing.
        String name = "anonymous-" + UUID.randomUUID().toString().substring(0, 13);
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        PrincipalView nobody = Select.of(ANONYMISE, name, now, held.id())
                .first(database, PrincipalView::of)
                .orElseThrow();
        Select.of(REVOKE, now, name, held.id()).list(database, row -> row.getLong(1));
        Select.of(MADE, name, held.name()).list(database, row -> row.getLong(1));
        anonymised.fire(new Anonymised(held.id(), held.name(), name, caller.name()));
        acts.fire(new Act(Action.PRINCIPAL_ANONYMISED, caller.name(), null, PrincipalView.path(held.id()), name));
        changed.fire(new AccessChanged());
        return nobody;
    }
}

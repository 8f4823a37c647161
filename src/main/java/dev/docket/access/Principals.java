package dev.docket.access;

import dev.docket.api.Cursor;
import dev.docket.api.Page;
import dev.docket.api.ProblemType;
import dev.docket.api.Select;
import dev.docket.api.Where;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** All principals that ever signed in or were given a token. */
@ApplicationScoped
class Principals implements PanacheRepository<Principal> {

    private static final String ENSURE = """
            INSERT INTO principal (name, name_sha256, kind, created_at)
            VALUES (:name, sha256(convert_to(:name, 'UTF8')), :kind, :now) ON CONFLICT DO NOTHING
            """;

    /** After every character that names have, in the order of bytes. */
    private static final String LAST = "~";

    private static final String ONE = "SELECT " + PrincipalView.COLUMNS + " FROM principal WHERE id = ?";

    private final DataSource database;
    private final Anonymity anonymity;
    private final Clock clock;
    private final Event<Act> acts;

    Principals(DataSource database, Anonymity anonymity, Clock clock, Event<Act> acts) {
        this.database = database;
        this.anonymity = anonymity;
        this.clock = clock;
        this.acts = acts;
    }

    /**
     * The principal of that name, made now if there is none; one that is there keeps its kind. It is not anonymised
     * before the end of the current transaction; 409 where it was before.
     *
     * @param by the principal that has it made; null for the service itself
     */
    Principal ensure(String name, PrincipalKind kind, @Nullable String by) {
        int made = getEntityManager()
                .createNativeQuery(ENSURE)
                .setParameter("name", name)
                .setParameter("kind", kind.json())
                .setParameter("now", clock.instant())
                .executeUpdate();
        anonymity.refuse(name);
        Principal principal = find("name", name).singleResult();
        if (made > 0) {
            acts.fire(principal.act(Action.PRINCIPAL_CREATED, by));
        }
        return principal;
    }

    /** By name; 403 for everybody but admins and auditors. */
    Page<PrincipalView> list(Caller caller, PrincipalQuery query) {
        caller.require(Permission.READ_PRINCIPALS);
        String beginning = query.beginning();
        Cursor.Scope scope =
                new Cursor.Scope("principals %s %s %s".formatted(beginning, query.kind(), query.anonymised));
        Where where = new Where()
                .ifGiven("kind = ?", query.kind())
                .ifGiven("(anonymised_at IS NOT NULL) = ?", query.anonymised)
                .ifGiven("name COLLATE \"C\" >= ?", beginning)
                .ifGiven("name COLLATE \"C\" < ?", beginning == null ? null : beginning + LAST)
                .ifGiven("name COLLATE \"C\" > ?", scope.key(query.cursor()));
        List<PrincipalView> found = Select.of("SELECT " + PrincipalView.COLUMNS + " FROM principal WHERE ")
                .add(where.plain())
                .add(" ORDER BY name COLLATE \"C\" LIMIT ?", query.limit() + 1)
                .list(database, PrincipalView::of);
        return Page.of(found, query.limit(), scope, PrincipalView::name);
    }

    /** 403 for everybody but admins and auditors; 404 where there is none of that id. */
    PrincipalView get(Caller caller, long id) {
        caller.require(Permission.READ_PRINCIPALS);
        return Select.of(ONE, id)
                .first(database, PrincipalView::of)
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no principal " + id + "."));
    }
}

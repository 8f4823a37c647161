package dev.docket.access;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** All principals that have ever been given a token. */
@ApplicationScoped
class Principals implements PanacheRepository<Principal> {

    private static final String ENSURE = """
            INSERT INTO principal (name, kind, created_at) VALUES (:name, :kind, :now) ON CONFLICT (name) DO NOTHING
            """;

    private final Clock clock;
    private final Event<Act> acts;

    Principals(Clock clock, Event<Act> acts) {
        this.clock = clock;
        this.acts = acts;
    }

    /**
     * The principal of that name, made now if there is none; one that is there keeps its kind.
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
        Principal principal = find("name", name).singleResult();
        if (made > 0) {
            acts.fire(principal.act(Action.PRINCIPAL_CREATED, by));
        }
        return principal;
    }
}

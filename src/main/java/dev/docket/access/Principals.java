package dev.docket.access;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** All principals that have ever been given a token. */
@ApplicationScoped
class Principals implements PanacheRepository<Principal> {

    private static final String ENSURE = """
            INSERT INTO principal (name, kind, created_at) VALUES (:name, :kind, :now) ON CONFLICT (name) DO NOTHING
            """;

    private final Clock clock;

    Principals(Clock clock) {
        this.clock = clock;
    }

    /** The principal of that name, made now if there is none; one that is there keeps its kind. */
    Principal ensure(String name, PrincipalKind kind) {
        getEntityManager()
                .createNativeQuery(ENSURE)
                .setParameter("name", name)
                .setParameter("kind", kind.json())
                .setParameter("now", clock.instant())
                .executeUpdate();
        return find("name", name).singleResult();
    }
}

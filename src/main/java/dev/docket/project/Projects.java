package dev.docket.project;

import dev.docket.access.Caller;
import dev.docket.access.Role;
import dev.docket.api.ProblemType;
import dev.docket.api.StrictJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** All projects. */
@ApplicationScoped
public class Projects {

    /**
     * True for a project {@code p} that the caller may read, for use in the WHERE of other native queries, so that they
     * need no second one. Parameters: {@code :caller}, the caller's name, and {@code :all}, the caller's
     * {@link Caller#readsEverything()}.
     */
    public static final String READABLE = "(:all OR p.visibility = 'internal' OR EXISTS ("
            + "SELECT 1 FROM member reading WHERE reading.project_id = p.id AND reading.principal = :caller))";

    private static final String STANDING = """
            SELECT p.id, p.archived, p.policy, m.roles, m.policy_roles
            FROM project p LEFT JOIN member m ON m.project_id = p.id AND m.principal = :caller
            WHERE p.key = :key AND (:all OR p.visibility = 'internal' OR m.principal IS NOT NULL)
            """;

    private final Session session;

    Projects(Session session) {
        this.session = session;
    }

    /** What the caller is in the project now, in one SELECT; 404 where there is none that the caller may read. */
    public Standing standing(Caller caller, String key) {
        return standing(STANDING, caller, key);
    }

    /**
     * As {@link #standing}, and neither policy nor members of the project change before the current transaction ends:
     * it waits for such changes under way.
     */
    public Standing lockedStanding(Caller caller, String key) {
        // First the lock, then the look: a statement that waits for a lock sees the other tables as they were before.
        session.createNativeQuery("SELECT id FROM project WHERE key = :key FOR SHARE", Long.class)
                .setParameter("key", key)
                .getResultList();
        return standing(caller, key);
    }

    /** Those of the principals that are members of the project now, in one SELECT. */
    public List<Holder> holders(long projectId, Collection<String> principals) {
        return session.createNativeQuery("""
                        SELECT principal, roles, policy_roles FROM member
                        WHERE project_id = :project AND principal = ANY(:principals)
                        """, Tuple.class)
                .setParameter("project", projectId)
                .setParameter("principals", principals.toArray(String[]::new))
                .getResultStream()
                .map(row -> new Holder(row.get(0, String.class), roles(row.get(1)), texts(row.get(2))))
                .toList();
    }

    private Standing standing(String sql, Caller caller, String key) {
        return session.createNativeQuery(sql, Tuple.class)
                .setParameter("caller", caller.name())
                .setParameter("all", caller.readsEverything())
                .setParameter("key", key)
                .getResultStream()
                .map(row -> new Standing(
                        row.get(0, Long.class),
                        key,
                        row.get(1, Boolean.class),
                        policy(row.get(2, String.class)),
                        caller,
                        roles(row.get(3)),
                        texts(row.get(4))))
                .findFirst()
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no project " + key + "."));
    }

    private static Policy policy(String json) {
        return StrictJson.value(StrictJson.tree(json.getBytes(StandardCharsets.UTF_8)), Policy.class);
    }

    private static Set<Role> roles(@Nullable Object array) {
        return texts(array).stream()
                .map(role -> Role.valueOf(role.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> texts(@Nullable Object array) {
        return array instanceof String[] texts
                ? Arrays.stream(texts).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }
}

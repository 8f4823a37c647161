package dev.docket.project;

import dev.docket.access.Act;
import dev.docket.access.Action;
import dev.docket.access.Caller;
import dev.docket.access.Permission;
import dev.docket.access.Role;
import dev.docket.api.Cursor;
import dev.docket.api.FieldError;
import dev.docket.api.Kebab;
import dev.docket.api.Names;
import dev.docket.api.Page;
import dev.docket.api.Paging;
import dev.docket.api.ProblemType;
import dev.docket.api.Tag;
import dev.docket.api.Violations;
import dev.docket.event.EventType;
import dev.docket.event.Outbox;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** All projects. */
@ApplicationScoped
public class Projects implements PanacheRepository<Project> {

    /**
     * True for a project {@code p} that the caller may read, for use in the WHERE of other native queries, so that they
     * need no second one. Parameters: {@code :callers}, the caller's {@link Caller#names()}, and
     * {@code :all}, the caller's {@link Caller#readsEverything()}.
     */
    public static final String READABLE = "(:all OR p.visibility = 'internal' OR EXISTS ("
            + "SELECT 1 FROM member reading WHERE reading.project_id = p.id AND reading.principal = ANY (:callers)))";

    private static final String LIST =
            "SELECT p.* FROM project p WHERE p.key > :after AND " + READABLE + " %s ORDER BY p.key LIMIT :limit";

    /** By all rows that a principal is a member by: its own, and those of the groups it was in when it last signed in. */
    private static final String HOLDERS = """
            SELECT asked.name, array_agg(DISTINCT held.role) FILTER (WHERE NOT held.policy),
              array_agg(DISTINCT held.role) FILTER (WHERE held.policy)
            FROM unnest(CAST(:principals AS text[])) AS asked (name)
            LEFT JOIN principal p ON p.name = asked.name
            JOIN member m ON m.project_id = :project AND m.principal = ANY (
              ARRAY[asked.name] || ARRAY(SELECT '%s' || seen.name FROM unnest(p.groups) AS seen (name)))
            CROSS JOIN LATERAL (
              SELECT false, unnest(m.roles) UNION ALL SELECT true, unnest(m.policy_roles)) AS held (policy, role)
            GROUP BY asked.name
            """.formatted(Names.GROUP);

    private static final String NEXT_MEMBERS_VERSION =
            "UPDATE project SET members_version = members_version + 1 WHERE id = :project RETURNING members_version";

    private static final Pattern KEY = Pattern.compile(Names.PROJECT_PATTERN);

    private final Session session;
    private final Standings standings;
    private final Violations violations;
    private final Clock clock;
    private final Event<Act> acts;
    private final Outbox outbox;

    Projects(Session session, Standings standings, Violations violations, Clock clock, Event<Act> acts, Outbox outbox) {
        this.session = session;
        this.standings = standings;
        this.violations = violations;
        this.clock = clock;
        this.acts = acts;
        this.outbox = outbox;
    }

    /** What the caller is in the project now, in one SELECT; 404 where there is none that the caller may read. */
    public Standing standing(Caller caller, String key) {
        refuseNoKey(key);
        return standings.find(caller, key).orElseThrow(Projects::missing);
    }

    /**
     * As {@link #standing}, and neither policy nor members of the project change before the current transaction ends:
     * it waits for such changes under way.
     */
    public Standing lockedStanding(Caller caller, String key) {
        return standingUnder("FOR SHARE", caller, key);
    }

    /** As {@link #lockedStanding}, for such changes themselves: they wait for each other too. */
    public Standing heldStanding(Caller caller, String key) {
        return standingUnder("FOR NO KEY UPDATE", caller, key);
    }

    /** A statement of its own takes the lock: one that waited would see the members as they were before. */
    private Standing standingUnder(String lock, Caller caller, String key) {
        refuseNoKey(key);
        standings.lock(key, lock);
        return standing(caller, key);
    }

    /** Those of the principals that are members of the project now, by themselves or by a group, in one SELECT. */
    public List<Holder> holders(long projectId, Collection<String> principals) {
        return session.createNativeQuery(HOLDERS, Tuple.class)
                .setParameter("project", projectId)
                .setParameter("principals", principals.toArray(String[]::new))
                .getResultStream()
                .map(row -> new Holder(row.get(0, String.class), roles(row.get(1)), texts(row.get(2))))
                .toList();
    }

    /** What the caller is in the projects that the caller is a member of, by key; the first so many. */
    List<Standing> memberships(Caller caller, int limit) {
        return standings.memberships(caller, limit);
    }

    /** The projects that the caller may read, by key; of those archived or not, where that is asked. */
    Page<ProjectView> list(Caller caller, Paging paging, @Nullable Boolean archived) {
        Cursor.Scope scope = new Cursor.Scope("projects " + archived);
        var query = session.createNativeQuery(
                        LIST.formatted(archived == null ? "" : "AND p.archived = " + archived), Project.class)
                .setParameter("after", Objects.requireNonNullElse(scope.key(paging.cursor()), ""))
                .setParameter("callers", caller.names())
                .setParameter("all", caller.readsEverything())
                .setParameter("limit", paging.limit() + 1);
        List<ProjectView> views = query.getResultStream().map(Project::view).toList();
        return Page.of(views, paging.limit(), scope, view -> Objects.requireNonNull(view.key()));
    }

    /** 404 where there is none that the caller may read. */
    ProjectView get(Caller caller, String key) {
        return find(standing(caller, key)).view();
    }

    /** A new project, with the caller as its first maintainer; 409 when the key is taken. */
    @Transactional
    ProjectView create(Caller caller, ProjectView wanted) {
        caller.require(Permission.CREATE_PROJECT);
        refuse(wanted, null);
        String key = Objects.requireNonNull(wanted.key());
        Project project = new Project(key, wanted, clock.instant(), caller.name());
        if (count("key", key) > 0) {
            throw taken(key);
        }
        try {
            persistAndFlush(project);
        } catch (ConstraintViolationException e) {
            // Another one was faster.
            throw taken(key);
        }
        MemberView maintainer =
                new MemberView(caller.name(), new TreeSet<>(Set.of(Role.MAINTAINER)), new TreeSet<>(), null);
        session.persist(new Member(new MemberId(project.id(), caller.name()), maintainer, 1));
        acts.fire(act(Action.PROJECT_CREATED, caller, key, project.view().summary()));
        tell(EventType.PROJECT_CREATED, caller, project.id(), key, Map.of("version", project.version()));
        return project.view();
    }

    /** What {@code edit} makes of the project; nothing changes unless {@code ifMatch} names the version it has. */
    @Transactional
    ProjectView change(Caller caller, String key, @Nullable String ifMatch, UnaryOperator<ProjectView> edit) {
        Standing standing = standing(caller, key).permit(Permission.MANAGE_PROJECT);
        String wanted = Tag.required(ifMatch);
        Project project = find(standing);
        Tag.require(wanted, project.version());
        heldStanding(caller, key).permit(Permission.MANAGE_PROJECT);
        session.refresh(project);
        Tag.require(wanted, project.version());
        ProjectView present = project.view();
        ProjectView edited = edit.apply(present);
        refuse(edited, present);
        project.become(edited, clock.instant(), caller.name());
        ProjectView changed = project.view();
        if (changed.differsFrom(present)) {
            acts.fire(act(Action.PROJECT_CHANGED, caller, key, changed.summary()));
        }
        if (!Objects.equals(changed.policy(), present.policy())) {
            acts.fire(act(
                    Action.POLICY_CHANGED,
                    caller,
                    key,
                    Objects.requireNonNull(changed.policy()).text()));
        }
        tell(EventType.PROJECT_CHANGED, caller, project.id(), key, Map.of("version", project.version()));
        return changed;
    }

    /** Tells other programs that the caller did something to a project, in the current transaction. */
    void tell(EventType type, Caller caller, long id, String key, Map<String, Object> more) {
        Map<String, Object> data = new LinkedHashMap<>(more);
        data.put("actor", caller.name());
        outbox.add(List.of(dev.docket.event.Event.ofProject(type, clock.instant(), caller.name(), id, key, data)));
    }

    private static Act act(Action action, Caller by, String key, String detail) {
        return new Act(action, by.name(), key, path(key), detail);
    }

    static String path(String key) {
        return "/api/v1/projects/" + key;
    }

    /** The version that a member gets by a change made now: no member of the project had it before. */
    int nextMembersVersion(Standing held) {
        return session.createNativeQuery(NEXT_MEMBERS_VERSION, Integer.class)
                .setParameter("project", held.projectId())
                .getSingleResult();
    }

    private Project find(Standing standing) {
        return Objects.requireNonNull(session.find(Project.class, standing.projectId()), "projects are never deleted");
    }

    private void refuse(ProjectView said, @Nullable ProjectView present) {
        List<FieldError> errors = new ArrayList<>(violations.of(said));
        errors.addAll(said.differing(present));
        if (present == null && said.key() == null) {
            errors.add(FieldError.at("/key", "missing", "a new project needs a key"));
        }
        if (!errors.isEmpty()) {
            throw ProblemType.UNPROCESSABLE.because("No project can be like this.", errors);
        }
    }

    private static RuntimeException taken(String key) {
        return ProblemType.TAKEN.because("There is a project " + key + " already.");
    }

    /** 404 for what is no key, before it gets anywhere near a statement. */
    public static void refuseNoKey(String key) {
        if (!KEY.matcher(key).matches()) {
            throw missing();
        }
    }

    private static RuntimeException missing() {
        return ProblemType.NOT_FOUND.because("There is no project of that key, or none that you may read.");
    }

    private static Set<Role> roles(@Nullable Object array) {
        return array instanceof String[] texts ? Kebab.set(Role.class, texts) : Set.of();
    }

    private static Set<String> texts(@Nullable Object array) {
        return array instanceof String[] texts ? Set.of(texts) : Set.of();
    }
}

package dev.docket.project;

import dev.docket.access.Act;
import dev.docket.access.Action;
import dev.docket.access.Anonymity;
import dev.docket.access.Caller;
import dev.docket.access.Permission;
import dev.docket.api.Cursor;
import dev.docket.api.FieldError;
import dev.docket.api.Names;
import dev.docket.api.Page;
import dev.docket.api.Paging;
import dev.docket.api.ProblemType;
import dev.docket.api.Tag;
import dev.docket.api.Violations;
import dev.docket.event.EventType;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** All members of all projects. */
@ApplicationScoped
class Members implements PanacheRepositoryBase<Member, MemberId> {

    private static final Pattern MEMBER = Pattern.compile(Names.MEMBER_PATTERN);

    private final Projects projects;
    private final Anonymity anonymity;
    private final Violations violations;
    private final Event<Act> acts;

    Members(Projects projects, Anonymity anonymity, Violations violations, Event<Act> acts) {
        this.projects = projects;
        this.anonymity = anonymity;
        this.violations = violations;
        this.acts = acts;
    }

    /** What a PUT did. */
    record Put(boolean created, MemberView member) {}

    /** The members of a project, by name. */
    Page<MemberView> list(Caller caller, String key, Paging paging) {
        Standing standing = projects.standing(caller, key);
        Cursor.Scope scope = new Cursor.Scope("members of " + key);
        List<MemberView> views = find(
                        "id.projectId = ?1 and id.principal > ?2 order by id.principal",
                        standing.projectId(),
                        Objects.requireNonNullElse(scope.key(paging.cursor()), ""))
                .range(0, paging.limit())
                .stream()
                .map(Member::view)
                .toList();
        return Page.of(views, paging.limit(), scope, view -> Objects.requireNonNull(view.principal()));
    }

    /** 404 where the principal is no member of a project that the caller may read. */
    MemberView get(Caller caller, String key, String principal) {
        return member(projects.standing(caller, key), principal)
                .orElseThrow(() -> missing(key))
                .view();
    }

    /** Makes the principal a member under {@code If-None-Match: *}, or gives a member other roles under If-Match. */
    @Transactional
    Put put(Caller caller, String key, String principal, PutConditions conditions, MemberView said) {
        Standing seen = projects.standing(caller, key).permit(Permission.MANAGE_MEMBERS);
        conditions.check(version(seen, principal));
        Standing held = projects.heldStanding(caller, key).permit(Permission.MANAGE_MEMBERS);
        Optional<Integer> version = version(held, principal);
        conditions.check(version);
        refuse(principal, said, version.orElse(null));
        held.open(Permission.MANAGE_MEMBERS);
        anonymity.refuse(principal);
        Member member = new Member(new MemberId(held.projectId(), principal), said, projects.nextMembersVersion(held));
        MemberView put = getEntityManager().merge(member).view();
        acts.fire(act(Action.MEMBER_PUT, held, principal, put.summary()));
        tell(EventType.PROJECT_MEMBER_PUT, held, principal);
        return new Put(version.isEmpty(), put);
    }

    /** Ends a membership; the roles held end with it. */
    @Transactional
    void remove(Caller caller, String key, String principal, @Nullable String ifMatch) {
        Standing seen = projects.standing(caller, key).permit(Permission.MANAGE_MEMBERS);
        int version = version(seen, principal).orElseThrow(() -> missing(key));
        String wanted = Tag.required(ifMatch);
        Tag.require(wanted, version);
        Standing held = projects.heldStanding(caller, key).permit(Permission.MANAGE_MEMBERS);
        Tag.require(wanted, version(held, principal).orElseThrow(() -> missing(key)));
        held.open(Permission.MANAGE_MEMBERS);
        projects.nextMembersVersion(held);
        deleteById(new MemberId(held.projectId(), principal));
        acts.fire(act(Action.MEMBER_REMOVED, held, principal, null));
        tell(EventType.PROJECT_MEMBER_REMOVED, held, principal);
    }

    private void tell(EventType type, Standing by, String principal) {
        projects.tell(type, by.caller(), by.projectId(), by.project(), Map.of("member", principal));
    }

    private static Act act(Action action, Standing by, String principal, @Nullable String detail) {
        return new Act(
                action,
                by.caller().name(),
                by.project(),
                Projects.path(by.project()) + "/members/" + principal,
                detail);
    }

    private Optional<Member> member(Standing standing, String principal) {
        return named(principal) ? findByIdOptional(new MemberId(standing.projectId(), principal)) : Optional.empty();
    }

    /** As it is in the database: the session keeps no copy. */
    private Optional<Integer> version(Standing standing, String principal) {
        return named(principal)
                ? find("select version from Member where id = ?1", new MemberId(standing.projectId(), principal))
                        .project(Integer.class)
                        .firstResultOptional()
                : Optional.empty();
    }

    private void refuse(String principal, MemberView said, @Nullable Integer version) {
        List<FieldError> errors = new ArrayList<>(violations.of(said));
        errors.addAll(said.differing(principal, version));
        if (!named(principal)) {
            errors.add(FieldError.in("principal", "pattern", "no principal and no group has such a name"));
        }
        if (!errors.isEmpty()) {
            throw ProblemType.UNPROCESSABLE.because("No member can be like this.", errors);
        }
    }

    /** Whether a member can be called that. */
    private static boolean named(String principal) {
        int most = principal.startsWith(Names.GROUP) ? Names.MEMBER : Names.PRINCIPAL;
        return principal.length() <= most && MEMBER.matcher(principal).matches();
    }

    private static RuntimeException missing(String key) {
        return ProblemType.NOT_FOUND.because("There is no such member in " + key + ".");
    }
}

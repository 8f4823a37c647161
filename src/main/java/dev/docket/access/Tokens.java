package dev.docket.access;

import dev.docket.api.Cursor;
import dev.docket.api.FieldError;
import dev.docket.api.Page;
import dev.docket.api.Paging;
import dev.docket.api.ProblemType;
import dev.docket.api.Tag;
import dev.docket.api.Violations;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All tokens, the revoked ones too. */
@ApplicationScoped
class Tokens implements PanacheRepository<Token> {

    private static final String ALL = "from Token t join fetch t.principal p where t.id < ?1";
    private static final String NEWEST_FIRST = " order by t.id desc";

    private final Principals principals;
    private final Violations violations;
    private final Clock clock;
    private final Event<AccessChanged> changed;
    private final Event<Act> acts;

    Tokens(Principals principals, Violations violations, Clock clock, Event<AccessChanged> changed, Event<Act> acts) {
        this.principals = principals;
        this.violations = violations;
        this.clock = clock;
        this.changed = changed;
        this.acts = acts;
    }

    /** An admin's tokens are all there are, anybody else's their own; newest first. */
    Page<TokenView> list(Caller caller, Paging paging) {
        Cursor.Scope scope =
                new Cursor.Scope("tokens of " + (caller.holds(Permission.MANAGE_TOKENS) ? "all" : caller.name()));
        Long after = Objects.requireNonNullElse(scope.id(paging.cursor()), Long.MAX_VALUE);
        var found = caller.holds(Permission.MANAGE_TOKENS)
                ? find(ALL + NEWEST_FIRST, after)
                : find(ALL + " and p.name = ?2" + NEWEST_FIRST, after, caller.name());
        List<TokenView> views =
                found.range(0, paging.limit()).stream().map(Token::listed).toList();
        return Page.of(views, paging.limit(), scope, view -> Long.toString(view.id()));
    }

    /** 404 where there is none that the caller may see. */
    Token get(Caller caller, long id) {
        return find("from Token t join fetch t.principal where t.id = ?1", id)
                .<Token>firstResultOptional()
                .filter(token -> caller.holds(Permission.MANAGE_TOKENS)
                        || token.view().principal().equals(caller.name()))
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no token " + id + " of yours."));
    }

    /** Makes a token, and the principal if need be; the only answer ever to hold the secret. */
    @Transactional
    TokenView create(Caller caller, NewToken wanted) {
        caller.require(Permission.MANAGE_OWN_TOKENS);
        refuseOthers(caller, wanted);
        Instant now = clock.instant();
        refuse(wanted, caller.scopes(), now);
        Principal principal = principals.ensure(
                wanted.principal(),
                Objects.requireNonNullElse(wanted.kind(), PrincipalKind.SERVICE_ACCOUNT),
                caller.name());
        describe(caller, principal, wanted);
        Secret secret = Secret.fresh();
        Token token = new Token(principal, secret, wanted.terms(caller.scopes(), now), now, caller.name());
        persistAndFlush(token);
        acts.fire(token.act(Action.TOKEN_CREATED, caller.name()));
        return token.disclosed(secret);
    }

    /** Ends a token for good; one that was ended before stays as it is. */
    @Transactional
    void revoke(Caller caller, long id, @Nullable String ifMatch) {
        Token token = get(caller, id);
        caller.require(Permission.MANAGE_OWN_TOKENS);
        String wanted = Tag.required(ifMatch);
        Tag.require(wanted, token.version());
        getEntityManager().refresh(token, LockModeType.PESSIMISTIC_WRITE);
        Tag.require(wanted, token.version());
        if (!token.revoked()) {
            token.revoke(clock.instant());
            acts.fire(token.act(Action.TOKEN_REVOKED, caller.name()));
            changed.fire(new AccessChanged());
        }
    }

    private static void refuseOthers(Caller caller, NewToken wanted) {
        if (caller.holds(Permission.MANAGE_TOKENS)) {
            return;
        }
        if (wanted.describesPrincipal()) {
            throw ProblemType.FORBIDDEN.because("Only an admin sends kind, displayName or globalRoles.");
        }
        if (!caller.name().equals(wanted.principal())) {
            throw ProblemType.FORBIDDEN.because("Only an admin makes a token for another principal.");
        }
    }

    private void refuse(NewToken wanted, Set<Scope> callers, Instant now) {
        List<FieldError> errors = new ArrayList<>(violations.of(wanted));
        if (wanted.scopes(callers).isEmpty()) {
            errors.add(FieldError.at("/scopes", "missing", "your own token has neither read nor write: say which"));
        }
        if (!callers.containsAll(wanted.scopes(callers))) {
            errors.add(FieldError.at("/scopes", "too-wide", "your own token does not have all of these"));
        }
        if (!wanted.expiresInTime(now)) {
            errors.add(FieldError.at("/expiresAt", "out-of-range", "in the future, and at most 366 days ahead"));
        }
        if (!errors.isEmpty()) {
            throw ProblemType.UNPROCESSABLE.because("No such token can be made.", errors);
        }
    }

    private void describe(Caller caller, Principal principal, NewToken wanted) {
        if (wanted.kind() != null && wanted.kind() != principal.kind()) {
            throw ProblemType.UNPROCESSABLE.because(
                    "No such token can be made.",
                    List.of(FieldError.at(
                            "/kind",
                            "server-owned",
                            "the principal is a " + principal.kind().json() + " already")));
        }
        String before = principal.summary();
        if (wanted.displayName() != null) {
            principal.show(wanted.displayName());
        }
        if (wanted.globalRoles() != null) {
            principal.grant(wanted.globalRoles());
        }
        if (!principal.summary().equals(before)) {
            acts.fire(principal.act(Action.PRINCIPAL_CHANGED, caller.name()));
        }
        changed.fire(new AccessChanged());
    }
}

package dev.docket.access;

import dev.docket.api.Names;
import dev.docket.api.ProblemType;
import java.security.Principal;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The principal that makes a request, with what its token may be used for.
 *
 * @param groups the identity provider's groups that it is in, without {@link Names#GROUP}; at most {@link #GROUPS}
 */
public record Caller(String name, Set<GlobalRole> globalRoles, Set<Scope> scopes, Set<String> groups)
        implements Principal {

    public static final int GROUPS = 200;

    public Caller {
        globalRoles = Set.copyOf(globalRoles);
        scopes = Set.copyOf(scopes);
        groups = Set.copyOf(groups);
    }

    @Override
    public String getName() {
        return name;
    }

    /** The names under which it can be a member: its own, and {@code group:<name>} for each of its groups. */
    public String[] names() {
        return Stream.concat(Stream.of(name), groups.stream().map(Names.GROUP::concat))
                .toArray(String[]::new);
    }

    /** Whether the caller holds the permission wherever it is asked for, whatever its token may be used for. */
    public boolean holds(Permission permission) {
        return permission.everybody() || !Collections.disjoint(permission.globalRoles(), globalRoles);
    }

    /** Whether the caller may read every project, members or not. */
    public boolean readsEverything() {
        return holds(Permission.READ_PROJECT);
    }

    /** 403 where the token was not given the scope. */
    public void require(Scope scope) {
        if (!scopes.contains(scope)) {
            throw ProblemType.FORBIDDEN.because("The token does not have the scope " + scope.json() + ".");
        }
    }

    /** Whether the caller holds the permission, which is one of the whole service, and its token the scope. */
    public boolean may(Permission permission) {
        return (permission.scope() == null || scopes.contains(permission.scope())) && holds(permission);
    }

    /** 403 unless the caller holds the permission, which is one of the whole service, and its token the scope. */
    public void require(Permission permission) {
        if (permission.scope() != null) {
            require(permission.scope());
        }
        if (!holds(permission)) {
            throw ProblemType.FORBIDDEN.because("It takes the global role "
                    + permission.globalRoles().stream()
                            .map(GlobalRole::json)
                            .sorted()
                            .collect(Collectors.joining(" or "))
                    + ".");
        }
    }
}

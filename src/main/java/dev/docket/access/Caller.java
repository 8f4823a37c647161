package dev.docket.access;

import dev.docket.api.ProblemType;
import java.security.Principal;
import java.util.Set;

/** The principal that makes a request, with what its token may be used for. */
public record Caller(String name, Set<GlobalRole> globalRoles, Set<Scope> scopes) implements Principal {

    public Caller {
        globalRoles = Set.copyOf(globalRoles);
        scopes = Set.copyOf(scopes);
    }

    @Override
    public String getName() {
        return name;
    }

    /** Whether the caller counts as maintainer in every project. */
    public boolean admin() {
        return globalRoles.contains(GlobalRole.ADMIN);
    }

    /** Whether the caller may read every project, members or not. */
    public boolean readsEverything() {
        return admin() || globalRoles.contains(GlobalRole.AUDITOR);
    }

    /** 403 where the token was not given the scope. */
    public void require(Scope scope) {
        if (!scopes.contains(scope)) {
            throw ProblemType.FORBIDDEN.because("The token does not have the scope " + scope.json() + ".");
        }
    }
}

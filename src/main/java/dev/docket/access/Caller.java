package dev.docket.access;

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
}

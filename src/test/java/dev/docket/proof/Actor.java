package dev.docket.proof;

import dev.docket.Api;
import dev.docket.access.GlobalRole;
import dev.docket.access.Permission;
import dev.docket.access.Role;
import dev.docket.access.Scope;
import dev.docket.proof.sample.Ground;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Somebody with a token, and what it is.
 *
 * @param roles in one project
 */
record Actor(String name, Ground.Caller caller, Set<Role> roles, Set<GlobalRole> global, Set<Scope> scopes) {

    /** One of each role in the project, one of each scope, one of each global role, and a stranger. */
    static List<Actor> of(Ground ground) {
        Set<Scope> all = EnumSet.allOf(Scope.class);
        List<Actor> actors = new ArrayList<>();
        for (Role role : Role.values()) {
            actors.add(member(ground, role, all));
        }
        for (Scope scope : Scope.values()) {
            actors.add(member(ground, Role.MAINTAINER, EnumSet.of(scope)));
        }
        String stranger = Api.unique("stranger");
        actors.add(new Actor(
                "stranger", new Ground.Caller(stranger, Api.principalToken(stranger)), Set.of(), Set.of(), all));
        for (GlobalRole role : GlobalRole.values()) {
            actors.add(global(role));
        }
        return actors;
    }

    private static Actor member(Ground ground, Role role, Set<Scope> scopes) {
        String principal = Api.unique(role.json());
        Api.member(ground.project, principal, List.of(role.json()), List.of("security"));
        String token =
                Api.principalToken(principal, scopes.stream().map(Scope::json).toArray(String[]::new));
        return new Actor(
                role.json() + " " + scopes, new Ground.Caller(principal, token), Set.of(role), Set.of(), scopes);
    }

    private static Actor global(GlobalRole role) {
        String principal = Api.unique(role.json());
        String token = Api.token(Map.of(
                        "principal",
                        principal,
                        "name",
                        "test",
                        "globalRoles",
                        List.of(role.json()),
                        "scopes",
                        List.of("read", "write", "admin")))
                .path("token");
        return new Actor(
                role.json(), new Ground.Caller(principal, token), Set.of(), Set.of(role), EnumSet.allOf(Scope.class));
    }

    /** The same in a project that it is no member of. */
    Actor elsewhere() {
        return new Actor(name, caller, Set.of(), global, scopes);
    }

    /** What the table of permissions says; {@code reads} is whether it may read the project. */
    boolean may(Permission permission, boolean reads) {
        boolean scoped = permission.scope() == null || scopes.contains(permission.scope());
        boolean holds = permission.everybody()
                || !Collections.disjoint(permission.globalRoles(), global)
                || !Collections.disjoint(permission.roles(), roles)
                || (permission == Permission.READ_PROJECT && reads);
        return scoped && holds;
    }

    boolean has(Scope... wanted) {
        return scopes.containsAll(List.of(wanted));
    }
}

package dev.docket.project;

import dev.docket.access.Caller;
import dev.docket.access.Permission;
import dev.docket.access.Role;
import dev.docket.api.ProblemType;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a caller is in a project that the caller may read: there is none for any other project.
 *
 * @param project the project's key
 * @param roles the caller's roles as a member; empty for those who read without being one
 * @param policyRoles the policy roles that the caller holds as a member
 */
public record Standing(
        long projectId,
        String project,
        boolean archived,
        Policy policy,
        Caller caller,
        Set<Role> roles,
        Set<String> policyRoles) {

    public Standing {
        roles = Set.copyOf(roles);
        policyRoles = Set.copyOf(policyRoles);
    }

    /** Whether the caller has one of the roles, and the caller's token the scope, that the permission needs. */
    public boolean may(Permission permission) {
        return scoped(permission) && holds(permission);
    }

    /** This standing; 403 unless the caller may, 409 where the project is archived and the permission changes things. */
    public Standing require(Permission permission) {
        return permit(permission).open(permission);
    }

    /** The first half of {@link #require}, for use before the body is looked at: 403 that names what is missing. */
    public Standing permit(Permission permission) {
        return permitOne(Set.of(permission));
    }

    /** As {@link #permit}, where one of the permissions is enough. */
    public Standing permitOne(Set<Permission> permissions) {
        if (permissions.stream().anyMatch(this::may)) {
            return this;
        }
        permissions.stream()
                .map(Permission::scope)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .forEach(caller::require);
        throw ProblemType.FORBIDDEN.because("It takes the role "
                + permissions.stream()
                        .flatMap(permission -> permission.roles().stream())
                        .map(Role::json)
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(" or "))
                + " in " + project + ".");
    }

    /** The second half of {@link #require}, for use where the other checks are done: 409 where the project is archived. */
    public Standing open(Permission permission) {
        if (archived && permission != Permission.READ_PROJECT && permission != Permission.MANAGE_PROJECT) {
            throw ProblemType.ARCHIVED.because("The project " + project + " is archived.");
        }
        return this;
    }

    private boolean scoped(Permission permission) {
        return permission.scope() == null || caller.scopes().contains(permission.scope());
    }

    private boolean holds(Permission permission) {
        return permission == Permission.READ_PROJECT
                || !Collections.disjoint(permission.roles(), roles)
                || caller.holds(permission);
    }
}

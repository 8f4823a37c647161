package dev.docket.project;

import dev.docket.access.Role;
import java.util.Set;

/** A member of a project with the roles held now, by itself and by its groups. */
public record Holder(String principal, Set<Role> roles, Set<String> policyRoles) {

    public Holder {
        roles = Set.copyOf(roles);
        policyRoles = Set.copyOf(policyRoles);
    }
}

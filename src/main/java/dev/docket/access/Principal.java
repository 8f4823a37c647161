package dev.docket.access;

import dev.docket.api.Kebab;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A person or a service account that acts. */
@Entity
@Table(name = "principal")
class Principal {

    @Id
    private long id;

    @Column
    private String name;

    @Column
    private String kind;

    @Column(name = "display_name")
    private @Nullable String displayName;

    @Column(name = "global_roles")
    private String[] globalRoles;

    @Column
    private int version;

    String name() {
        return name;
    }

    PrincipalKind kind() {
        return Kebab.constant(PrincipalKind.class, kind);
    }

    Set<GlobalRole> globalRoles() {
        return Kebab.set(GlobalRole.class, globalRoles);
    }

    /** What people and rules know it by: whether that changed is worth an entry in the audit trail. */
    String summary() {
        return "%s, a %s; global roles %s; %s"
                .formatted(
                        name,
                        kind,
                        globalRoles.length == 0 ? "none" : String.join(", ", globalRoles),
                        displayName == null ? name : displayName);
    }

    /** What the audit trail says of it. */
    Act act(Action action, @Nullable String by) {
        return new Act(action, by, null, PrincipalView.path(id), summary());
    }

    void show(String newName) {
        version += newName.equals(displayName) ? 0 : 1;
        displayName = newName;
    }

    void grant(Set<GlobalRole> roles) {
        version += roles.equals(globalRoles()) ? 0 : 1;
        globalRoles = Kebab.array(roles);
    }
}

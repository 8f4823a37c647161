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

    String name() {
        return name;
    }

    PrincipalKind kind() {
        return Kebab.constant(PrincipalKind.class, kind);
    }

    Set<GlobalRole> globalRoles() {
        return Kebab.set(GlobalRole.class, globalRoles);
    }

    void show(String newName) {
        displayName = newName;
    }

    void grant(Set<GlobalRole> roles) {
        globalRoles = Kebab.array(roles);
    }
}

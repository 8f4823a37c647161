package dev.docket.project;

import dev.docket.access.Role;
import dev.docket.api.Kebab;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A principal's roles in a project. */
@Entity
@Table(name = "member")
class Member {

    @EmbeddedId
    private @Nullable MemberId id;

    @Column
    private String[] roles;

    @Column(name = "policy_roles")
    private String[] policyRoles;

    @Column
    private int version;

    /** For Hibernate. */
    protected Member() {}

    Member(MemberId id, MemberView said, int version) {
        this.id = id;
        this.roles = Kebab.array(said.roles());
        this.policyRoles = said.policyRoles().toArray(String[]::new);
        this.version = version;
    }

    MemberView view() {
        return new MemberView(
                Objects.requireNonNull(id).principal(),
                new TreeSet<>(Kebab.set(Role.class, roles)),
                new TreeSet<>(List.of(policyRoles)),
                version);
    }
}

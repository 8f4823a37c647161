package dev.docket.project;

import dev.docket.api.Kebab;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A named decision log. */
@Entity
@Table(name = "project")
class Project {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column
    private String key;

    @Column
    private String name;

    @Column
    private @Nullable String description;

    @Column
    private String visibility;

    @Column
    private boolean archived;

    @Column
    private String policy;

    @Column
    private int version;

    /** The first member, who made the project, has version 1; later ones come of updates past Hibernate. */
    @Column(name = "members_version", updatable = false)
    private int membersVersion = 1;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "updated_by")
    private String updatedBy;

    /** For Hibernate. */
    protected Project() {}

    Project(String key, ProjectView said, Instant now, String by) {
        this.key = key;
        this.createdAt = now;
        this.createdBy = by;
        become(said, now, by);
    }

    /** Takes over all that the body says, and the defaults of what it leaves out. */
    final void become(ProjectView said, Instant now, String by) {
        name = said.name();
        description = said.description();
        visibility = Objects.requireNonNullElse(said.visibility(), Visibility.INTERNAL)
                .json();
        archived = Objects.requireNonNullElse(said.archived(), false);
        policy = Objects.requireNonNullElse(said.policy(), Policy.DEFAULT).text();
        version++;
        updatedAt = now;
        updatedBy = by;
    }

    long id() {
        return Objects.requireNonNull(id, "not stored yet");
    }

    int version() {
        return version;
    }

    ProjectView view() {
        return new ProjectView(
                key,
                name,
                description,
                Kebab.constant(Visibility.class, visibility),
                archived,
                Policy.read(policy),
                version,
                createdAt,
                createdBy,
                updatedAt,
                updatedBy);
    }
}

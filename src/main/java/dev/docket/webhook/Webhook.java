package dev.docket.webhook;

import dev.docket.access.Act;
import dev.docket.access.Action;
import dev.docket.api.Kebab;
import dev.docket.document.content.Kind;
import dev.docket.event.EventType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where events of a project are sent, and which. */
@Entity
@Table(name = "webhook")
class Webhook {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "project_id", updatable = false)
    private long projectId;

    @Column
    private String url;

    @Column
    private String[] types;

    @Column
    private String[] kinds;

    @Column
    private String state;

    @Column(name = "disabled_because")
    private @Nullable String disabledBecause;

    @Column
    private String owner;

    @Column
    private int version;

    @Column(name = "previous_secret_until")
    private @Nullable Instant previousSecretUntil;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "updated_by")
    private String updatedBy;

    @Column(name = "removed_at")
    private @Nullable Instant removedAt;

    /** For Hibernate. */
    protected Webhook() {}

    Webhook(long projectId, WebhookView said, Instant now, String by) {
        this.projectId = projectId;
        this.owner = by;
        this.createdAt = now;
        become(said, now, by);
    }

    /** Takes over what the body says. Whoever makes a disabled one work again becomes its owner. */
    final void become(WebhookView said, Instant now, String by) {
        WebhookState wanted = Objects.requireNonNullElse(said.state(), WebhookState.ACTIVE);
        if (disabledBecause != null && wanted != WebhookState.DISABLED) {
            disabledBecause = null;
            owner = by;
        }
        url = said.url();
        types = said.types().stream().map(EventType::type).toArray(String[]::new);
        kinds = said.kinds().stream().map(Kind::json).toArray(String[]::new);
        state = wanted.json();
        change(now, by);
    }

    void disable(DisabledReason reason, Instant now, String by) {
        state = WebhookState.DISABLED.json();
        disabledBecause = reason.json();
        change(now, by);
    }

    void rotated(Instant previousUntil, Instant now, String by) {
        previousSecretUntil = previousUntil;
        change(now, by);
    }

    void remove(Instant now, String by) {
        removedAt = now;
        change(now, by);
    }

    private void change(Instant now, String by) {
        version++;
        updatedAt = now;
        updatedBy = by;
    }

    long id() {
        return Objects.requireNonNull(id, "not stored yet");
    }

    long projectId() {
        return projectId;
    }

    int version() {
        return version;
    }

    WebhookState state() {
        return Kebab.constant(WebhookState.class, state);
    }

    boolean removed() {
        return removedAt != null;
    }

    /** As one reads it. */
    WebhookView view() {
        return disclosed(null);
    }

    /** As the answer that makes a secret shows it, and nothing ever again. */
    WebhookView disclosed(@Nullable SigningSecret secret) {
        return new WebhookView(
                id(),
                url,
                Arrays.stream(types)
                        .flatMap(type -> EventType.of(type).stream())
                        .collect(Collectors.toCollection(TreeSet::new)),
                Arrays.stream(kinds).map(Kind::of).collect(Collectors.toCollection(TreeSet::new)),
                state(),
                disabledBecause == null ? null : Kebab.constant(DisabledReason.class, disabledBecause),
                owner,
                previousSecretUntil,
                version,
                createdAt,
                updatedAt,
                updatedBy,
                secret == null ? null : secret.text());
    }

    /** What the audit trail says of it; of the URL only what is no secret. */
    Act act(Action action, @Nullable String by, String project) {
        return new Act(
                action,
                by,
                project,
                WebhookPath.of(project, id()),
                "%s; %s%s".formatted(origin(), state, disabledBecause == null ? "" : " because " + disabledBecause));
    }

    private String origin() {
        try {
            return Target.of(url).origin();
        } catch (Target.Refused e) {
            throw new IllegalStateException("what is kept was admitted", e);
        }
    }
}

package dev.docket.webhook;

import dev.docket.access.Act;
import dev.docket.access.Action;
import dev.docket.access.Caller;
import dev.docket.access.Permission;
import dev.docket.api.Cursor;
import dev.docket.api.FieldError;
import dev.docket.api.Page;
import dev.docket.api.Paging;
import dev.docket.api.ProblemType;
import dev.docket.api.Tag;
import dev.docket.api.Violations;
import dev.docket.project.Projects;
import dev.docket.project.Standing;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** All webhooks of all projects. */
@ApplicationScoped
class Webhooks implements PanacheRepository<Webhook> {

    /** In a project: each event is sent so often at most. */
    static final int MOST = 50;

    private final Projects projects;
    private final Destinations destinations;
    private final Secrets secrets;
    private final Lanes lanes;
    private final Settings settings;
    private final Violations violations;
    private final Clock clock;
    private final Event<Act> acts;

    Webhooks(
            Projects projects,
            Destinations destinations,
            Secrets secrets,
            Lanes lanes,
            Settings settings,
            Violations violations,
            Clock clock,
            Event<Act> acts) {
        this.projects = projects;
        this.destinations = destinations;
        this.secrets = secrets;
        this.lanes = lanes;
        this.settings = settings;
        this.violations = violations;
        this.clock = clock;
        this.acts = acts;
    }

    /** The webhooks of a project, in the order of their making. */
    Page<WebhookView> list(Caller caller, String key, Paging paging) {
        Standing standing = projects.standing(caller, key).permit(Permission.READ_WEBHOOKS);
        Cursor.Scope scope = new Cursor.Scope("webhooks of " + key);
        List<WebhookView> views = find(
                        "projectId = ?1 and removedAt is null and id > ?2 order by id",
                        standing.projectId(),
                        Objects.requireNonNullElse(scope.id(paging.cursor()), 0L))
                .range(0, paging.limit())
                .stream()
                .map(Webhook::view)
                .toList();
        return Page.of(views, paging.limit(), scope, view -> String.valueOf(view.id()));
    }

    /** 404 where the project has no such webhook, or is none that the caller may read. */
    WebhookView get(Caller caller, String key, long id) {
        return find(projects.standing(caller, key).permit(Permission.READ_WEBHOOKS), id)
                .view();
    }

    /** A new webhook; 409 where the project has {@value #MOST} already. The answer holds the secret. */
    @Transactional
    WebhookView create(Caller caller, String key, WebhookView wanted) {
        projects.standing(caller, key).permit(Permission.MANAGE_WEBHOOKS);
        refuse(wanted, null);
        Standing held = projects.heldStanding(caller, key).require(Permission.MANAGE_WEBHOOKS);
        if (count("projectId = ?1 and removedAt is null", held.projectId()) >= MOST) {
            throw ProblemType.CONFLICT.because("The project has " + MOST + " webhooks already.");
        }
        Webhook webhook = new Webhook(held.projectId(), wanted, clock.instant(), caller.name());
        persistAndFlush(webhook);
        SigningSecret secret = wanted.secret() == null
                ? SigningSecret.fresh()
                : SigningSecret.read(wanted.secret()).orElseThrow();
        secrets.add(webhook.id(), secret);
        lanes.add(webhook.id());
        acts.fire(webhook.act(Action.WEBHOOK_CREATED, caller.name(), key));
        return webhook.disclosed(secret);
    }

    /** What {@code edit} makes of the webhook; nothing changes unless {@code ifMatch} names the version it has. */
    @Transactional
    WebhookView change(Caller caller, String key, long id, @Nullable String ifMatch, UnaryOperator<WebhookView> edit) {
        Webhook webhook = held(caller, key, id, ifMatch);
        WebhookView present = webhook.view();
        WebhookView edited = edit.apply(present);
        refuse(edited, present);
        open(caller, key);
        webhook.become(edited, clock.instant(), caller.name());
        if (present.state() != webhook.state()) {
            move(webhook);
        }
        acts.fire(webhook.act(Action.WEBHOOK_CHANGED, caller.name(), key));
        return webhook.view();
    }

    private void move(Webhook webhook) {
        if (webhook.state() == WebhookState.ACTIVE) {
            lanes.join(webhook.id(), clock.instant());
        } else {
            lanes.leave(webhook.id());
        }
    }

    /** Gives the webhook a new secret, which the answer holds; the one before signs as well for a while. */
    @Transactional
    WebhookView rotate(Caller caller, String key, long id, @Nullable String ifMatch) {
        Webhook webhook = held(caller, key, id, ifMatch);
        open(caller, key);
        Instant now = clock.instant();
        SigningSecret secret = SigningSecret.fresh();
        secrets.rotate(id, secret);
        webhook.rotated(now.plus(settings.rotation()), now, caller.name());
        acts.fire(webhook.act(Action.WEBHOOK_SECRET_ROTATED, caller.name(), key));
        return webhook.disclosed(secret);
    }

    /** Nothing is sent to it any more; its log goes with it. */
    @Transactional
    void remove(Caller caller, String key, long id, @Nullable String ifMatch) {
        Webhook webhook = held(caller, key, id, ifMatch);
        open(caller, key);
        webhook.remove(clock.instant(), caller.name());
        lanes.leave(id);
        secrets.forget(id);
        acts.fire(webhook.act(Action.WEBHOOK_REMOVED, caller.name(), key));
    }

    /** 409 unless the webhook is active and the caller may have things sent to it. */
    void requireActive(Caller caller, String key, long id) {
        Webhook webhook = find(projects.standing(caller, key).permit(Permission.MANAGE_WEBHOOKS), id);
        open(caller, key);
        if (webhook.state() != WebhookState.ACTIVE) {
            throw ProblemType.CONFLICT.because(
                    "The webhook is " + webhook.state().json() + ": nothing is sent until it is active.");
        }
    }

    /** The webhook, locked, at the version that was named. */
    private Webhook held(Caller caller, String key, long id, @Nullable String ifMatch) {
        Webhook webhook = find(projects.standing(caller, key).permit(Permission.MANAGE_WEBHOOKS), id);
        String wanted = Tag.required(ifMatch);
        Tag.require(wanted, webhook.version());
        projects.lockedStanding(caller, key).permit(Permission.MANAGE_WEBHOOKS);
        getEntityManager().refresh(webhook, LockModeType.PESSIMISTIC_WRITE);
        if (webhook.removed()) {
            throw WebhookPath.missing();
        }
        Tag.require(wanted, webhook.version());
        return webhook;
    }

    private void open(Caller caller, String key) {
        projects.standing(caller, key).open(Permission.MANAGE_WEBHOOKS);
    }

    private Webhook find(Standing standing, long id) {
        return find("id = ?1 and projectId = ?2 and removedAt is null", id, standing.projectId())
                .firstResultOptional()
                .orElseThrow(WebhookPath::missing);
    }

    private void refuse(WebhookView said, @Nullable WebhookView present) {
        List<FieldError> errors = new ArrayList<>(violations.of(said));
        errors.addAll(said.differing(present));
        if (errors.isEmpty()
                && said.secret() != null
                && SigningSecret.read(said.secret()).isEmpty()) {
            errors.add(FieldError.at("/secret", "pattern", "24 to 64 bytes in Base64 behind whsec_"));
        }
        if (errors.isEmpty() && (present == null || !said.url().equals(present.url()))) {
            try {
                destinations.admit(said.url());
            } catch (Target.Refused e) {
                errors.add(FieldError.at("/url", e.code(), Objects.requireNonNull(e.getMessage())));
            }
        }
        if (!errors.isEmpty()) {
            throw ProblemType.UNPROCESSABLE.because("No webhook can be like this.", errors);
        }
    }
}

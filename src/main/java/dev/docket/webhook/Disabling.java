package dev.docket.webhook;

import dev.docket.access.Act;
import dev.docket.access.Action;
import dev.docket.event.Event;
import dev.docket.event.EventType;
import dev.docket.event.Outbox;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Stops what cannot or must not be told more, and says so: in the feed, the audit trail, the metrics and the log. */
@ApplicationScoped
class Disabling {

    private static final String KEY = "SELECT key FROM project WHERE id = :id";

    private final Webhooks webhooks;
    private final Lanes lanes;
    private final Outbox outbox;
    private final MeterRegistry registry;
    private final Clock clock;
    private final jakarta.enterprise.event.Event<Act> acts;

    Disabling(
            Webhooks webhooks,
            Lanes lanes,
            Outbox outbox,
            MeterRegistry registry,
            Clock clock,
            jakarta.enterprise.event.Event<Act> acts) {
        this.webhooks = webhooks;
        this.lanes = lanes;
        this.outbox = outbox;
        this.registry = registry;
        this.clock = clock;
        this.acts = acts;
    }

    /** Every series is there from the start, at 0: or the first of each would go unseen by rates. */
    void begin(@Observes StartupEvent event) {
        for (DisabledReason reason : DisabledReason.values()) {
            disabled(reason);
        }
    }

    /** Of no effect on a webhook that is not active any more. */
    @Transactional
    void disable(long id, DisabledReason reason) {
        Webhook webhook = webhooks.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (webhook == null || webhook.removed() || webhook.state() != WebhookState.ACTIVE) {
            return;
        }
        Instant now = clock.instant();
        webhook.disable(reason, now, Event.SERVICE);
        lanes.leave(id);
        String project = webhooks.getEntityManager()
                .createNativeQuery(KEY, String.class)
                .setParameter("id", webhook.projectId())
                .getSingleResult()
                .toString();
        acts.fire(webhook.act(Action.WEBHOOK_DISABLED, null, project));
        outbox.add(List.of(Event.ofProject(
                EventType.PROJECT_WEBHOOK_DISABLED,
                now,
                Event.SERVICE,
                webhook.projectId(),
                project,
                Map.of("webhook", id, "reason", reason.json(), "actor", Event.SERVICE))));
        disabled(reason).increment();
        Log.warnf("Webhook %d of %s is disabled: %s", id, project, reason.json());
    }

    private Counter disabled(DisabledReason reason) {
        return Counter.builder("docket.webhooks.disabled")
                .description("Webhooks that the service disabled")
                .tag("reason", reason.json())
                .register(registry);
    }
}

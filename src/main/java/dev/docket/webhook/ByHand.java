package dev.docket.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.access.Caller;
import dev.docket.api.Page;
import dev.docket.api.ProblemType;
import dev.docket.api.StrictJson;
import dev.docket.project.Projects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What maintainers ask of deliveries: to see them, to try a webhook, to send one again. */
@ApplicationScoped
class ByHand {

    private static final String PING = "dev.docket.webhook.ping.v1";

    private final Projects projects;
    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Lanes lanes;
    private final Clock clock;
    private final Event<Queued> queued;

    ByHand(
            Projects projects,
            Webhooks webhooks,
            Deliveries deliveries,
            Lanes lanes,
            Clock clock,
            Event<Queued> queued) {
        this.projects = projects;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.lanes = lanes;
        this.clock = clock;
        this.queued = queued;
    }

    /** Fired in the transaction, for whoever sends. */
    record Queued() {}

    /** The deliveries of a webhook, newest first. */
    Page<DeliveryView> list(Caller caller, WebhookPath path, DeliveryQuery query) {
        webhooks.get(caller, path.key(), path.id());
        return deliveries.list(path.id(), query.state(), query);
    }

    /** Queues an event that nothing has happened for; 409 unless the webhook is active. */
    @Transactional
    DeliveryView ping(Caller caller, WebhookPath path) {
        webhooks.requireActive(caller, path.key(), path.id());
        Instant now = clock.instant();
        UUID event = UUID.randomUUID();
        String project = projects.standing(caller, path.key()).project();
        deliveries.add(
                List.of(new Deliveries.Fresh(
                        path.id(), event, PING, project, null, ping(event, project, path.id(), now, caller.name()))),
                now);
        wake(path.id(), now);
        return deliveries.newest(path.id());
    }

    private static String ping(UUID event, String project, long webhook, Instant now, String actor) {
        ObjectNode body = StrictJson.objectMapper().createObjectNode();
        body.put("specversion", "1.0")
                .put("id", event.toString())
                .put("source", "/api/v1/projects/" + project)
                .put("type", PING)
                .put("subject", project)
                .put("time", now.toString())
                .put("datacontenttype", "application/json")
                .putObject("data")
                .put("webhook", webhook)
                .put("actor", actor);
        return body.toString();
    }

    /** Queues a delivery anew, whatever has become of it; 409 unless the webhook is active. */
    @Transactional
    DeliveryView again(Caller caller, DeliveryPath path) {
        webhooks.requireActive(caller, path.key(), path.id());
        Instant now = clock.instant();
        // In the order of whoever writes attempts down.
        lanes.lock(List.of(path.id()));
        if (!deliveries.again(path.id(), path.delivery(), now)) {
            throw ProblemType.NOT_FOUND.because("The webhook has no such delivery, or none that is kept.");
        }
        wake(path.id(), now);
        return deliveries.get(path.id(), path.delivery()).orElseThrow();
    }

    private void wake(long webhook, Instant now) {
        lanes.wake(List.of(webhook), now);
        queued.fire(new Queued());
    }
}

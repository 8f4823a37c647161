package dev.docket.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gauges of the whole log: one replica at a time computes them on a timer, every replica serves what it computed. */
@ApplicationScoped
class Gauges {

    private static final Map<String, String> DESCRIPTIONS = Map.ofEntries(
            Map.entry("docket.documents", "Documents by project, kind and status"),
            Map.entry("docket.work.in.progress", "Drafts and proposals"),
            Map.entry("docket.stale.proposals", "Proposals without a revision for 14 days"),
            Map.entry("docket.overdue.reviews", "Decisions in force whose review is overdue"),
            Map.entry(
                    "docket.proposal.age.seconds",
                    "How long documents have been proposed: median, 90th percentile and oldest"),
            Map.entry("docket.approvals.waiting", "Approvals of proposed documents that wait for a verdict"),
            Map.entry("docket.approvals.overdue", "Those of them whose day has passed"),
            Map.entry("docket.outbox.pending", "Events that are not in the feed yet"),
            Map.entry("docket.feed.lag.seconds", "Age of the oldest of them"),
            Map.entry("docket.feed.position", "The newest position of the feed"),
            Map.entry("docket.webhook.pending", "Deliveries that wait for an attempt"),
            Map.entry("docket.webhook.dead", "Deliveries that never arrived, of those that are kept"),
            Map.entry("docket.webhook.lag.seconds", "How long what is due has waited for a replica to send it"));

    private final Snapshot snapshot;
    private final MeterRegistry registry;
    private final Clock clock;
    private final Map<String, MultiGauge> gauges = new HashMap<>();
    private volatile long computedAt;

    Gauges(Snapshot snapshot, MeterRegistry registry, Clock clock) {
        this.snapshot = snapshot;
        this.registry = registry;
        this.clock = clock;
    }

    void begin(@Observes StartupEvent event) {
        DESCRIPTIONS.forEach((name, description) -> gauges.put(
                name,
                MultiGauge.builder(
                                name.endsWith(".seconds")
                                        ? name.substring(0, name.length() - ".seconds".length())
                                        : name)
                        .baseUnit(name.endsWith(".seconds") ? "seconds" : null)
                        .description(description)
                        .register(registry)));
        registry.gauge("docket.gauges.age.seconds", Tags.empty(), this, Gauges::age);
    }

    /** The age of what is served, in seconds; NaN before there is anything. */
    private double age() {
        return computedAt == 0 ? Double.NaN : (clock.instant().toEpochMilli() - computedAt) / 1000.0;
    }

    @Scheduled(every = "${docket.gauges.every:15s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() {
        try {
            snapshot.computeIfLeased(Duration.ofSeconds(45));
            serve(snapshot.read());
        } catch (RuntimeException e) {
            // The age of what is served says it too; the next turn tries again.
            Log.warnf("the gauges could not be refreshed: %s", e.getMessage());
        }
    }

    private void serve(List<Snapshot.Value> values) {
        Map<String, List<MultiGauge.Row<?>>> rows = new HashMap<>();
        values.forEach(value -> rows.computeIfAbsent(value.name(), name -> new java.util.ArrayList<>())
                .add(MultiGauge.Row.of(tags(value), value.value())));
        gauges.forEach((name, gauge) -> gauge.register(rows.getOrDefault(name, List.of()), true));
        values.stream()
                .mapToLong(value -> value.computedAt().toEpochMilli())
                .min()
                .ifPresent(at -> computedAt = at);
    }

    private static Tags tags(Snapshot.Value value) {
        return Tags.of(value.labels().toArray(String[]::new));
    }
}

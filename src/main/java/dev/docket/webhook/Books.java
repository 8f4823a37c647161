package dev.docket.webhook;

import dev.docket.api.Transactions;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes down what came of attempts, all that there are at a time in one transaction. */
@ApplicationScoped
class Books {

    private final Transactions transactions;
    private final Deliveries deliveries;
    private final Lanes lanes;
    private final Schedule schedule;
    private final Settings settings;
    private final MeterRegistry registry;
    private final Clock clock;

    Books(
            Transactions transactions,
            Deliveries deliveries,
            Lanes lanes,
            Schedule schedule,
            Settings settings,
            MeterRegistry registry,
            Clock clock) {
        this.transactions = transactions;
        this.deliveries = deliveries;
        this.lanes = lanes;
        this.schedule = schedule;
        this.settings = settings;
        this.registry = registry;
        this.clock = clock;
    }

    /** Every series is there from the start, at 0: or the first of each would go unseen by rates. */
    void begin(@Observes StartupEvent event) {
        List.of("delivered", "failed", "dead").forEach(this::counter);
    }

    /**
     * Writes the results down and gives the claims back that have ended.
     *
     * @return the webhooks to be disabled, and why
     */
    Map<Long, DisabledReason> close(List<Result> results, Collection<Long> ended) {
        List<Outcome> outcomes =
                results.stream().map(result -> Outcome.of(result, schedule)).toList();
        Map<Long, Boolean> succeeded = new HashMap<>();
        results.forEach(
                result -> succeeded.merge(result.webhook(), result.answer().success(), Boolean::logicalOr));
        Map<Long, DisabledReason> stop = transactions.write(() -> write(outcomes, succeeded, ended));
        results.stream()
                .filter(result -> result.answer().gone())
                .forEach(result -> stop.put(result.webhook(), DisabledReason.GONE));
        outcomes.forEach(outcome -> counter(outcome.name()).increment());
        return stop;
    }

    private Map<Long, DisabledReason> write(
            List<Outcome> outcomes, Map<Long, Boolean> succeeded, Collection<Long> ended) {
        Instant now = clock.instant();
        Set<Long> all = new HashSet<>(succeeded.keySet());
        all.addAll(ended);
        lanes.lock(all);
        Map<Long, DisabledReason> stop = new HashMap<>();
        if (!outcomes.isEmpty()) {
            deliveries.record(outcomes);
            lanes.tell(succeeded, now);
            lanes.failing(succeeded.keySet(), now.minus(settings.disableAfter()))
                    .forEach(webhook -> stop.put(webhook, DisabledReason.FAILING));
        }
        if (!ended.isEmpty()) {
            lanes.release(ended, now);
        }
        return stop;
    }

    private Counter counter(String outcome) {
        return Counter.builder("docket.webhook.deliveries")
                .description("Attempts by what came of them: failed ones are made again")
                .tag("outcome", outcome)
                .register(registry);
    }
}

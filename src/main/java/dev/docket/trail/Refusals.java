package dev.docket.trail;

import dev.docket.access.Act;
import dev.docket.access.Action;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Refusals on their way into the trail: no request waits for that, and no flood of them fills the database. Of those
 * that are alike (same action, principal, project and address) the first is written within a second and the others of
 * the same minute as one more row with their number; of those that differ a replica takes {@link #KINDS} a minute. What
 * goes beyond is counted in {@code docket_trail_dropped_total}.
 */
@ApplicationScoped
class Refusals {

    static final int KINDS = 500;

    private static final Duration TOGETHER = Duration.ofMinutes(1);

    private final Trail trail;
    private final Clock clock;
    private final Counter dropped;
    private final Map<Likeness, Pending> known = new LinkedHashMap<>();

    Refusals(Trail trail, Clock clock, MeterRegistry registry) {
        this.trail = trail;
        this.clock = clock;
        this.dropped = Counter.builder("docket.trail.dropped")
                .description("Refusals that are not in the audit trail, for there were too many")
                .register(registry);
    }

    private record Likeness(
            Action action,
            @Nullable String principal,
            @Nullable String project,
            @Nullable String address) {}

    /** The latest that is not written yet, with the number of them; null once they are. */
    private static final class Pending {
        private final Instant since;
        private @Nullable Entry entry;
        private boolean written;

        Pending(Instant since) {
            this.since = since;
        }
    }

    /** Takes note; never waits for the database. */
    synchronized void note(Act act, Origin origin) {
        Instant now = clock.instant();
        Likeness likeness = new Likeness(act.action(), act.principal(), act.project(), origin.address());
        Pending pending = known.get(likeness);
        if (pending == null) {
            if (known.size() >= KINDS) {
                dropped.increment();
                return;
            }
            pending = new Pending(now);
            known.put(likeness, pending);
        }
        int before = pending.entry == null ? 0 : pending.entry.times();
        pending.entry = new Entry(now, act, origin, before + 1);
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void write() {
        write(due(false));
    }

    void atEnd(@Observes ShutdownEvent end) {
        write(due(true));
    }

    /** Those whose turn it is: never written before, or gathered for a minute; or all. */
    private synchronized List<Entry> due(boolean all) {
        Instant now = clock.instant();
        List<Entry> due = new ArrayList<>();
        known.values().removeIf(pending -> {
            // A clock that was put back must not keep them for ever.
            boolean over = now.isBefore(pending.since)
                    || Duration.between(pending.since, now).compareTo(TOGETHER) >= 0;
            if (pending.entry != null && (all || over || !pending.written)) {
                due.add(pending.entry);
                pending.entry = null;
                pending.written = true;
            }
            return over;
        });
        return due;
    }

    private void write(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        try {
            QuarkusTransaction.requiringNew().run(() -> trail.write(entries));
        } catch (RuntimeException e) {
            // They are not kept for later: without a database nobody is refused for long, and memory is bounded.
            dropped.increment(entries.stream().mapToInt(Entry::times).sum());
            Log.warnf("%d refusals are not in the audit trail: %s", entries.size(), e.getMessage());
        }
    }
}

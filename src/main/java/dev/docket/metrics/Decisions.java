package dev.docket.metrics;

import dev.docket.document.Changed;
import dev.docket.document.Document;
import dev.docket.document.StatusMachine;
import dev.docket.document.content.Approval;
import dev.docket.document.content.ApprovalState;
import dev.docket.document.content.Kind;
import dev.docket.document.content.Status;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Counts transitions and times decisions as they are committed here. */
@ApplicationScoped
class Decisions {

    private static final Set<Status> OUTCOMES = EnumSet.of(Status.ACCEPTED, Status.REJECTED);
    private static final Set<ApprovalState> VERDICTS = EnumSet.of(
            ApprovalState.APPROVED, ApprovalState.REJECTED, ApprovalState.CHANGES_REQUESTED, ApprovalState.ABSTAINED);

    /** A minute to a year: decisions take days, not milliseconds. */
    private static final Duration[] BUCKETS = {
        Duration.ofMinutes(1),
        Duration.ofHours(1),
        Duration.ofHours(4),
        Duration.ofDays(1),
        Duration.ofDays(2),
        Duration.ofDays(4),
        Duration.ofDays(7),
        Duration.ofDays(14),
        Duration.ofDays(30),
        Duration.ofDays(60),
        Duration.ofDays(120),
        Duration.ofDays(365)
    };

    private final MeterRegistry registry;

    Decisions(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Every series is there from the start, at 0: or the first event of each would go unseen by rates. */
    void begin(@Observes StartupEvent event) {
        for (Kind kind : Kind.values()) {
            StatusMachine.forEach(kind, (from, to) -> count(kind, from, to, 0));
            OUTCOMES.forEach(outcome -> leadTime(kind, outcome));
        }
        VERDICTS.forEach(this::latency);
    }

    void observe(@Observes(during = TransactionPhase.AFTER_SUCCESS) Changed changed) {
        Document after = changed.after();
        Document before = changed.before();
        if (before == null || after.isTakenOver()) {
            return; // what an import tells happened elsewhere, at another time
        }
        if (before.status() != after.status()) {
            Kind kind = after.envelope().kind();
            count(kind, before.status(), after.status(), 1);
            if (OUTCOMES.contains(after.status())) {
                leadTime(kind, after.status())
                        .record(Duration.between(
                                after.sinceProposed(), after.envelope().updatedAt()));
            }
        }
        verdicts(before, after);
    }

    private void verdicts(Document before, Document after) {
        Map<String, Approval> known = new HashMap<>();
        before.approvals().forEach(approval -> known.put(Objects.requireNonNull(approval.id()), approval));
        for (Approval approval : after.approvals()) {
            Approval old = known.get(Objects.requireNonNull(approval.id()));
            Instant decided = approval.decidedAt();
            if (decided != null && (old == null || !decided.equals(old.decidedAt()))) {
                latency(Objects.requireNonNull(approval.state()))
                        .record(Duration.between(Objects.requireNonNull(approval.requestedAt()), decided));
            }
        }
    }

    private void count(Kind kind, Status from, Status to, int times) {
        registry.counter("docket.transitions", "kind", kind.json(), "from", from.json(), "to", to.json())
                .increment(times);
    }

    private Timer leadTime(Kind kind, Status outcome) {
        return Timer.builder("docket.decision.lead.time")
                .description("From the first proposal to the decision")
                .tags("kind", kind.json(), "outcome", outcome.json())
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    private Timer latency(ApprovalState verdict) {
        return Timer.builder("docket.approval.latency")
                .description("From the request to the verdict")
                .tags("verdict", verdict.json())
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}

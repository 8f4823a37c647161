package dev.docket.imports;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/** Counts the files of the imports that were finished here, by what became of them. */
@ApplicationScoped
class Imported {

    private final MeterRegistry registry;
    private final Reports reports;

    Imported(MeterRegistry registry, Reports reports) {
        this.registry = registry;
        this.reports = reports;
    }

    /** Every series is there from the start, at 0: or the first of each would go unseen by rates. */
    void begin(@Observes StartupEvent event) {
        for (Outcome outcome : Outcome.values()) {
            add(outcome, 0);
        }
    }

    void count(Job job) {
        if (!job.dryRun()) {
            reports.counts(job.id()).forEach(this::add);
        }
    }

    private void add(Outcome outcome, int files) {
        registry.counter("docket.imports", "outcome", outcome.json()).increment(files);
    }

    /** For use as a map of counts that has them all. */
    static Map<Outcome, Integer> none() {
        Map<Outcome, Integer> none = new java.util.EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            none.put(outcome, 0);
        }
        return none;
    }
}

package dev.docket.statistics;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Has what is due counted, every few seconds. */
@ApplicationScoped
class Counting {

    private final Months months;

    Counting(Months months) {
        this.months = months;
    }

    @Scheduled(every = "${docket.statistics.every:2s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() {
        try {
            boolean more = true;
            while (more) {
                more = months.count();
            }
        } catch (RuntimeException e) {
            Log.warnf("the months could not be counted: %s", e.getMessage()); // the next turn tries again
        }
    }
}

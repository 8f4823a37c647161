package dev.docket.statistics;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** Has what is due counted, every few seconds. */
@ApplicationScoped
class Counting {

    private final Months months;

    Counting(Months months) {
        this.months = months;
    }

    /** What falls due meanwhile waits for the next turn: a month that is much written to would else be counted all the time. */
    @Scheduled(every = "${docket.statistics.every:2s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() {
        try {
            for (LocalDate month : months.due()) {
                boolean more = true;
                while (more) {
                    more = months.count(month);
                }
            }
        } catch (RuntimeException e) {
            Log.warnf("the months could not be counted: %s", e.getMessage()); // the next turn tries again
        }
    }
}

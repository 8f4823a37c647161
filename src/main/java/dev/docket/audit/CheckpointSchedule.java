package dev.docket.audit;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes checkpoints in time: every replica looks, and the first that finds one due makes it. */
@ApplicationScoped
class CheckpointSchedule {

    private final Checkpoints checkpoints;
    private final CheckpointSettings settings;

    CheckpointSchedule(Checkpoints checkpoints, CheckpointSettings settings) {
        this.checkpoints = checkpoints;
        this.settings = settings;
    }

    @Scheduled(every = "10s", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        if (!settings.every().isZero()) {
            try {
                checkpoints.makeIfDue(settings.every());
            } catch (RuntimeException e) {
                // The age of the newest one shows it too; the next turn tries again.
                Log.warnf("no checkpoint could be made: %s", e.getMessage());
            }
        }
    }
}

package dev.docket.event;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Makes the order of events: one thread on every replica, of which the one that holds the row of {@code feed_head}
 * works. It is woken after each commit here, and looks by itself for commits elsewhere.
 */
@ApplicationScoped
public class Sequencer {

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final Batches batches;
    private final Duration poll;
    private final boolean enabled;
    private final Semaphore work = new Semaphore(0);
    private volatile @Nullable Thread thread;

    Sequencer(
            Batches batches,
            @ConfigProperty(name = "docket.sequencer.poll", defaultValue = "75MS") Duration poll,
            @ConfigProperty(name = "docket.sequencer.enabled", defaultValue = "true") boolean enabled) {
        this.batches = batches;
        this.poll = poll;
        this.enabled = enabled;
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            Thread started = new Thread(this::run, "sequencer");
            started.setDaemon(true);
            thread = started;
            started.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        Thread running = thread;
        thread = null;
        if (running != null) {
            work.release();
            running.join(Duration.ofSeconds(5).toMillis());
        }
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.Written written) {
        work.release();
    }

    private void run() {
        while (thread != null) {
            try {
                // One permit stands for any number of commits: the batch takes them all.
                work.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS);
                work.drainPermits();
                drain();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                // Nothing is lost: the events stay in the outbox. The database may be away for a while.
                Log.warnf("sequencing failed, trying again: %s", e.getMessage());
                pause();
            }
        }
    }

    private void drain() {
        while (thread != null && sequence() == Batches.SIZE) {
            // a full batch: there may be more
        }
    }

    /** Moves one batch from the outbox to the feed; answers its size, 0 too when another replica is at it. */
    int sequence() {
        return QuarkusTransaction.requiringNew().call(batches::move);
    }

    private void pause() {
        try {
            work.tryAcquire(PAUSE_AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.docket.event;

import dev.docket.api.Loop;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes the order of events: one thread on every replica, of which the one that holds the row of {@code feed_head}
 * works. It is woken after each commit here, and looks by itself for commits elsewhere.
 */
@ApplicationScoped
public class Sequencer {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Batches batches;
    private final boolean enabled;
    private final Loop loop;

    Sequencer(
            Batches batches,
            @ConfigProperty(name = "docket.sequencer.poll", defaultValue = "75MS") Duration poll,
            @ConfigProperty(name = "docket.sequencer.enabled", defaultValue = "true") boolean enabled) {
        this.batches = batches;
        this.enabled = enabled;
        this.loop = new Loop("sequencer", poll, this::drain);
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            loop.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        loop.stop(PATIENCE);
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.Written written) {
        loop.wake();
    }

    private void drain() {
        while (loop.runs() && sequence() == Batches.SIZE) {
            // a full batch: there may be more
        }
    }

    /** Moves one batch from the outbox to the feed; answers its size, 0 too when another replica is at it. */
    int sequence() {
        return QuarkusTransaction.requiringNew().call(batches::move);
    }
}

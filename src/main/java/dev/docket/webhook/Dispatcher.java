package dev.docket.webhook;

import dev.docket.api.Loop;
import dev.docket.api.Transactions;
import dev.docket.event.Grown;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Sees to it that everything is sent: one thread on every replica, which writes down what came of attempts, makes events
 * into deliveries, and claims webhooks that are due. The attempts themselves hold no thread.
 */
@ApplicationScoped
class Dispatcher implements Run.Listener {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** How long the end of the process waits for attempts under way; others make those again that take longer. */
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    /** Webhooks to claim at a time. */
    private static final int CLAIMS = 50;

    private final Settings settings;
    private final Transactions transactions;
    private final FanOut fanOut;
    private final Lanes lanes;
    private final Owners owners;
    private final Sender sender;
    private final Books books;
    private final Disabling disabling;
    private final Clock clock;

    private final Loop loop;
    private final BlockingQueue<Result> attempted = new LinkedBlockingQueue<>();
    private final BlockingQueue<Long> over = new LinkedBlockingQueue<>();

    /** What is under way here; of the thread alone, as the two lists below, and after its end of whoever stops it. */
    private final Map<Long, Run> running = new HashMap<>();

    private final List<Result> results = new ArrayList<>();
    private final List<Long> ended = new ArrayList<>();

    Dispatcher(
            Settings settings,
            Transactions transactions,
            FanOut fanOut,
            Lanes lanes,
            Owners owners,
            Sender sender,
            Books books,
            Disabling disabling,
            Clock clock) {
        this.settings = settings;
        this.transactions = transactions;
        this.fanOut = fanOut;
        this.lanes = lanes;
        this.owners = owners;
        this.sender = sender;
        this.books = books;
        this.disabling = disabling;
        this.clock = clock;
        this.loop = new Loop("webhooks", settings.poll(), this::turn);
    }

    void start(@Observes StartupEvent event) {
        if (settings.enabled()) {
            loop.start();
        }
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
        if (loop.stop(PATIENCE)) {
            sayFarewell();
        }
    }

    void wake(@Observes Grown grown) {
        loop.wake();
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) ByHand.Queued queued) {
        loop.wake();
    }

    @Override
    public void attempted(Result result) {
        attempted.add(result);
        loop.wake();
    }

    @Override
    public void over(long webhook) {
        over.add(webhook);
        loop.wake();
    }

    private void turn() {
        writeDown();
        while (transactions.write(fanOut::once)) {
            // there may be more
        }
        while (claim()) {
            // there may be more
        }
    }

    /** Writes down what came of attempts, and gives back what is over. */
    private void writeDown() {
        // What has ended first: then all of its results are there.
        over.drainTo(ended);
        attempted.drainTo(results);
        if (results.isEmpty() && ended.isEmpty()) {
            return;
        }
        Map<Long, DisabledReason> stop = books.close(results, ended);
        results.clear();
        ended.forEach(running::remove);
        ended.clear();
        stop.forEach(disabling::disable);
    }

    /** Claims webhooks that are due and starts to send; answers whether there may be more of them. */
    private boolean claim() {
        int most = Math.min(CLAIMS, settings.inFlight() - running.size());
        if (most <= 0) {
            return false;
        }
        Instant now = clock.instant();
        Instant until = now.plus(Run.LONGEST).plus(settings.timeout().multipliedBy(2));
        List<Claim> claims = transactions.write(() -> lanes.claim(now, until, running.keySet(), most));
        Map<Boolean, List<Claim>> byRight = claims.isEmpty() ? Map.of() : owners.byRight(claims);
        byRight.getOrDefault(false, List.of())
                .forEach(claim -> disabling.disable(claim.webhook(), DisabledReason.OWNER_CANNOT_READ));
        for (Claim claim : byRight.getOrDefault(true, List.of())) {
            Run run = new Run(claim, sender, this);
            running.put(claim.webhook(), run);
            run.next();
        }
        return claims.size() == most;
    }

    private void sayFarewell() throws InterruptedException {
        running.values().forEach(Run::stop);
        long end = System.nanoTime() + FAREWELL.toNanos();
        try {
            writeDown();
            while (!running.isEmpty() && System.nanoTime() < end) {
                Thread.sleep(20);
                writeDown();
            }
        } catch (RuntimeException e) {
            Log.warnf("attempts are not written down and will be made again: %s", e.getMessage());
        }
    }
}

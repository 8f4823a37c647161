package dev.docket.api;

import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A thread of a feature's own that works when it is woken, and every so often looks by itself for what it was not told.
 * A turn that fails is tried again after a second: the database may be away for a while.
 */
public final class Loop {

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final String name;
    private final Duration poll;
    private final Runnable turn;

    /** One permit stands for any number of calls: a turn does all that there is. */
    private final Semaphore work = new Semaphore(1);

    private volatile @Nullable Thread thread;

    /**
     * @param name of the thread, and of what is held up while turns fail
     * @param poll the longest time between two turns
     * @param turn does what there is to be done; a long one asks {@link #runs} now and then
     */
    public Loop(String name, Duration poll, Runnable turn) {
        this.name = name;
        this.poll = poll;
        this.turn = turn;
    }

    public void start() {
        Thread started = new Thread(this::run, name);
        started.setDaemon(true);
        thread = started;
        started.start();
    }

    /** Whether it was started and not stopped. */
    public boolean runs() {
        return thread != null;
    }

    public void wake() {
        work.release();
    }

    /** Makes the turn under way the last one and waits for it; false where it takes longer than that, or never started. */
    public boolean stop(Duration patience) throws InterruptedException {
        Thread running = thread;
        thread = null;
        if (running == null) {
            return false;
        }
        wake();
        running.join(patience.toMillis());
        return !running.isAlive();
    }

    private void run() {
        while (runs()) {
            try {
                work.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS);
                work.drainPermits();
                turn.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                // Nothing is lost: whoever has work has it written down where the next turn finds it.
                Log.warnf("%s: held up, trying again: %s", name, e.getMessage());
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_FAILURE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

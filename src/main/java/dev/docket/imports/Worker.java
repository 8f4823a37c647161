package dev.docket.imports;

import dev.docket.api.DatabaseProblems;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * One thread on every replica that works on imports, one at a time, wherever they were asked for. It holds a lease on what
 * it works on: when it dies, another one goes on where it stopped.
 */
@ApplicationScoped
class Worker {

    /** An import that was taken up so often is given up: whoever takes it up dies of it. */
    private static final int MAX_ATTEMPTS = 10;

    /** One that fails so often for another reason than the database will fail again. */
    private static final int MAX_FAILURES = 3;

    private final Jobs jobs;
    private final Conduct conduct;
    private final Files files;
    private final Imported imported;
    private final Duration poll;
    private final Duration lease;
    private final boolean enabled;
    private final String holder = UUID.randomUUID().toString();
    private final Semaphore work = new Semaphore(0);
    private volatile @Nullable Thread thread;
    private long renewed;

    Worker(
            Jobs jobs,
            Conduct conduct,
            Files files,
            Imported imported,
            @ConfigProperty(name = "docket.imports.poll", defaultValue = "2S") Duration poll,
            @ConfigProperty(name = "docket.imports.lease", defaultValue = "20S") Duration lease,
            @ConfigProperty(name = "docket.imports.enabled", defaultValue = "true") boolean enabled) {
        this.jobs = jobs;
        this.conduct = conduct;
        this.files = files;
        this.imported = imported;
        this.poll = poll;
        this.lease = lease;
        this.enabled = enabled;
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            Thread started = new Thread(this::run, "imports");
            started.setDaemon(true);
            thread = started;
            started.start();
        }
    }

    /** Stops after the file at hand; another replica, or the next start, goes on at once. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        Thread running = thread;
        thread = null;
        if (running != null) {
            work.release();
            running.join(Duration.ofSeconds(8).toMillis());
            jobs.release(holder);
        }
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) Reception.Arrived arrived) {
        work.release();
    }

    private void run() {
        while (thread != null) {
            try {
                while (thread != null && next()) {
                    // there may be more
                }
                work.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS);
                work.drainPermits();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                // What was begun is taken up again when the lease is over.
                Log.warnf(e, "an import was interrupted and will be taken up again");
                pause();
            }
        }
    }

    /** Works on one import; answers whether there was one. */
    private boolean next() {
        Optional<Job> claimed = jobs.claim(holder, lease);
        claimed.ifPresent(this::work);
        return claimed.isPresent();
    }

    private void work(Job job) {
        renewed = System.nanoTime();
        try {
            if (job.archived() || job.attempts() > MAX_ATTEMPTS) {
                files.drop(job);
                jobs.failed(
                        job,
                        job.archived()
                                ? "The project is archived."
                                : "It was begun %d times and never came to its end.".formatted(MAX_ATTEMPTS));
            } else {
                conduct.run(job, () -> beat(job));
                imported.count(job);
            }
        } catch (Conduct.Abandoned e) {
            Log.infof("import %d goes on elsewhere", job.id());
        } catch (RuntimeException e) {
            if (DatabaseProblems.isPassing(e) || job.attempts() < MAX_FAILURES) {
                throw e;
            }
            Log.errorf(e, "import %d is given up", job.id());
            files.drop(job);
            jobs.failed(job, "Something went wrong in Docket; its log says what. What was imported stays.");
        }
    }

    private void beat(Job job) {
        if (thread == null) {
            throw new Conduct.Abandoned();
        }
        long now = System.nanoTime();
        if (now - renewed > lease.toNanos() / 4) {
            if (!jobs.renew(job, holder, lease)) {
                throw new Conduct.Abandoned();
            }
            renewed = now;
        }
    }

    private void pause() {
        try {
            work.tryAcquire(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

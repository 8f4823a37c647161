package dev.docket.imports;

import dev.docket.api.DatabaseProblems;
import dev.docket.api.Loop;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

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

    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Jobs jobs;
    private final Conduct conduct;
    private final Files files;
    private final Imported imported;
    private final Duration lease;
    private final boolean enabled;
    private final String holder = UUID.randomUUID().toString();
    private final Loop loop;
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
        this.lease = lease;
        this.enabled = enabled;
        this.loop = new Loop("imports", poll, this::workOff);
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            loop.start();
        }
    }

    /** Stops after the file at hand; another replica, or the next start, goes on at once. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        if (loop.runs()) {
            loop.stop(PATIENCE);
            jobs.release(holder);
        }
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) Reception.Arrived arrived) {
        loop.wake();
    }

    private void workOff() {
        while (loop.runs() && next()) {
            // there may be more
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
                // It is taken up again when the lease is over.
                Log.warnf(e, "import %d was interrupted", job.id());
                throw e;
            }
            Log.errorf(e, "import %d is given up", job.id());
            files.drop(job);
            jobs.failed(job, "Something went wrong in Docket; its log says what. What was imported stays.");
        }
    }

    private void beat(Job job) {
        if (!loop.runs()) {
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
}

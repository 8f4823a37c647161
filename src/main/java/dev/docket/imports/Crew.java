package dev.docket.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A few threads, so that one file is read while another waits for the disk. */
final class Crew implements AutoCloseable {

    /** Two cores are the least that the service is run on; more would only take them from those who wait for answers. */
    private static final int THREADS = 2;

    private final ExecutorService pool = Executors.newFixedThreadPool(THREADS, work -> {
        Thread thread = new Thread(work, "imports-files");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Future<?>> under = new ArrayList<>();

    void take(Runnable work) {
        under.add(pool.submit(work));
    }

    /** Waits for all that was taken; throws what one of them threw. */
    void await() {
        RuntimeException failure = null;
        for (Future<?> work : under) {
            try {
                work.get();
            } catch (ExecutionException e) {
                failure = e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                failure = new IllegalStateException(e);
            }
        }
        under.clear();
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void close() {
        pool.shutdown();
    }
}

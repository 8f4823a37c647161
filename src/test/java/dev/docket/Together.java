package dev.docket;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Runs the same work many times at once. */
public final class Together {

    private Together() {}

    /** The results of {@code times} runs, in their order, by so many threads that start at the same moment. */
    public static <T> List<T> run(int times, int threads, IntFunction<T> work) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CountDownLatch ready = new CountDownLatch(Math.min(times, threads));
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int nth = i;
                futures.add(pool.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return work.apply(nth);
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError("a run failed", e);
        } finally {
            pool.shutdownNow();
        }
    }
}

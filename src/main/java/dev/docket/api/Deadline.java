package dev.docket.api;

import java.time.Duration;

/** When all statements of one answer have to be done that take their time together: as long as one of them may take. */
public final class Deadline {

    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final long end = System.nanoTime() + LONGEST.toNanos();

    private Deadline() {}

    public static Deadline now() {
        return new Deadline();
    }

    /** Whole seconds that are left, 1 at least; 503 where there are none. */
    int left() {
        long left = end - System.nanoTime();
        if (left <= 0) {
            throw ProblemType.TOO_SLOW.plain();
        }
        return (int) Duration.ofNanos(left).plusMillis(999).toSeconds();
    }
}

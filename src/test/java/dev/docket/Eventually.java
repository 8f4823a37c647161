package dev.docket;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** For what happens soon, but not at once. */
public final class Eventually {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Eventually() {}

    /** Something that holds, or throws an {@link AssertionError}. */
    public interface Assertion {
        void check() throws Exception;
    }

    /** Asks again and again, for half a minute at most. */
    public static void holds(Assertion assertion) throws Exception {
        holds(PATIENCE, assertion);
    }

    /** Asks again and again, six hundred times in so long a time. */
    public static void holds(Duration patience, Assertion assertion) throws Exception {
        Instant deadline = Instant.now().plus(patience);
        while (true) {
            try {
                assertion.check();
                return;
            } catch (AssertionError e) {
                if (Instant.now().isAfter(deadline)) {
                    throw e;
                }
                LockSupport.parkNanos(patience.toNanos() / 600);
            }
        }
    }
}

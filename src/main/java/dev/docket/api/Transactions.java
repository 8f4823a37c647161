package dev.docket.api;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes: each is one transaction, run again where the database asks for that. */
@ApplicationScoped
public class Transactions {

    private static final int ATTEMPTS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Serialization failure and deadlock: nothing was done, and a second try may well succeed. */
    private static final Set<String> AGAIN = Set.of("40001", "40P01");

    /**
     * Runs the work in a transaction of its own, at most three times; or as part of the transaction that is under way,
     * which is run again as a whole.
     */
    public <T> T write(Supplier<T> work) {
        return write(PATIENCE, work);
    }

    /** As {@link #write}; {@code patience} is how long a transaction of its own may take. */
    public <T> T write(Duration patience, Supplier<T> work) {
        return underWay() ? work.get() : begin(patience, ATTEMPTS, work);
    }

    /**
     * As {@link #write}, for work that cannot be done again, such as reading a body.
     *
     * @param patience how long the transaction may take, where it is one of its own
     */
    public <T> T writeOnce(Duration patience, Supplier<T> work) {
        return underWay() ? work.get() : begin(patience, 1, work);
    }

    private static boolean underWay() {
        return QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION;
    }

    private static <T> T begin(Duration patience, int attempts, Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return QuarkusTransaction.requiringNew()
                        .timeout((int) patience.toSeconds())
                        .call(work::get);
            } catch (Again e) {
                if (attempt >= attempts) {
                    throw e;
                }
            } catch (RuntimeException e) {
                if (attempt >= attempts || !AGAIN.contains(state(e))) {
                    throw e;
                }
            }
        }
    }

    /** Thrown by work that found the world changed under its feet and wants to start over. */
    public static final class Again extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Again(String message) {
            super(message);
        }
    }

    private static String state(Throwable e) {
        for (Throwable cause = e; cause != null; cause = next(cause)) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }

    private static @Nullable Throwable next(Throwable cause) {
        return cause.getCause() == cause ? null : cause.getCause();
    }
}

package dev.docket.api;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes: each is one transaction, run again where the database asks for that. */
@ApplicationScoped
public class Transactions {

    private static final int ATTEMPTS = 3;

    /** Serialization failure and deadlock: nothing was done, and a second try may well succeed. */
    private static final Set<String> AGAIN = Set.of("40001", "40P01");

    /** Runs the work in a transaction of its own, at most three times. */
    public <T> T write(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return QuarkusTransaction.requiringNew().call(work::get);
            } catch (Again e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !AGAIN.contains(state(e))) {
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

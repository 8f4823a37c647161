package dev.docket;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.concurrent.CancellationException;

/** Transactions that never come to their end. */
public final class RolledBack {

    private RolledBack() {}

    /** Does the work in a transaction of its own, and undoes it. */
    public static void run(Runnable work) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                work.run();
                throw new CancellationException();
            });
        } catch (CancellationException e) {
            return;
        }
        throw new AssertionError("the transaction was not rolled back");
    }
}

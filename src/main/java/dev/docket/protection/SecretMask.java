package dev.docket.protection;

import dev.docket.api.Masking;
import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Masks secrets in every line of the log, whoever writes it, exceptions included. The one that is meant to be seen, the
 * first admin's token, is let through from where it comes.
 */
@LoggingFilter(name = "secret-mask")
public final class SecretMask implements Filter {

    private static final Formatter MESSAGE = new PatternFormatter("%s");
    private static final String SHOWN_ONCE = "dev.docket.access.Bootstrap";

    @Override
    public boolean isLoggable(LogRecord line) {
        if (!SHOWN_ONCE.equals(line.getLoggerName())) {
            mask(ExtLogRecord.wrap(line));
        }
        return true;
    }

    private static void mask(ExtLogRecord line) {
        String message = MESSAGE.formatMessage(line);
        if (message != null) {
            String masked = Masking.mask(message);
            if (!masked.equals(message)) {
                line.setMessage(masked, ExtLogRecord.FormatStyle.NO_FORMAT);
                line.setParameters(null);
            }
        }
        Throwable thrown = line.getThrown();
        if (thrown != null && tellsSecret(thrown, 0)) {
            line.setThrown(Masked.of(thrown, 0));
        }
    }

    private static boolean tellsSecret(@Nullable Throwable thrown, int depth) {
        if (thrown == null || depth > Masked.DEPTH) {
            return false;
        }
        String said = thrown.toString();
        if (!Masking.mask(said).equals(said) || tellsSecret(thrown.getCause(), depth + 1)) {
            return true;
        }
        for (Throwable other : thrown.getSuppressed()) {
            if (tellsSecret(other, depth + 1)) {
                return true;
            }
        }
        return false;
    }

    /** Stands in for an exception in the log: says the same after its own name, but for the secrets. */
    private static final class Masked extends Exception {
        private static final long serialVersionUID = 1;

        /** Causes below one another, at most: they may go round in a circle. */
        static final int DEPTH = 20;

        private Masked(Throwable thrown, @Nullable Throwable cause) {
            super(Masking.mask(thrown.toString()), cause);
            setStackTrace(thrown.getStackTrace());
        }

        static Masked of(Throwable thrown, int depth) {
            Throwable cause = thrown.getCause();
            Masked masked = new Masked(thrown, cause == null || depth >= DEPTH ? null : of(cause, depth + 1));
            if (depth < DEPTH) {
                for (Throwable other : thrown.getSuppressed()) {
                    masked.addSuppressed(of(other, depth + 1));
                }
            }
            return masked;
        }
    }
}

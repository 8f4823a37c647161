package dev.docket;

import dev.docket.protection.SecretMask;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;

/** Hears all that is logged, what is for debugging too, and shows it as the console does. */
public final class LogListener extends Handler implements AutoCloseable {

    private static final List<String> TALKATIVE =
            List.of("dev.docket", "io.quarkus", "io.vertx", "org.hibernate", "org.jboss.resteasy");

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final SecretMask mask = new SecretMask();
    private final PatternFormatter text = new PatternFormatter("%s%e%n");
    private final List<Logger> loggers =
            TALKATIVE.stream().map(Logger::getLogger).toList();

    public LogListener() {
        setLevel(Level.ALL);
        Logger.getLogger("").addHandler(this);
        loggers.forEach(logger -> {
            logger.setLevel(Level.FINE);
            // Only to here: the console has no use for it.
            logger.setUseParentHandlers(false);
            logger.addHandler(this);
        });
    }

    public Queue<String> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord line) {
        if (mask.isLoggable(line)) {
            lines.add(text.format(line));
        }
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
        loggers.forEach(logger -> {
            logger.removeHandler(this);
            logger.setUseParentHandlers(true);
            logger.setLevel(null);
        });
    }
}

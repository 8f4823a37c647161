package dev.docket.webhook;

import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** When attempts are made. */
@Singleton
class Schedule {

    /** Each delay is longer by up to so much, so that what failed together does not come back together. */
    static final double JITTER = 0.1;

    private final List<Duration> delays;

    @Inject
    Schedule(Settings settings) {
        this(settings.schedule());
    }

    Schedule(List<Duration> delays) {
        if (delays.stream().anyMatch(Duration::isNegative)) {
            throw new ConfigurationException("DOCKET_WEBHOOKS_SCHEDULE has a delay below zero.");
        }
        this.delays = List.copyOf(delays);
    }

    /** When the first attempt is due of what is queued now. */
    Instant first(Instant now) {
        return now.plus(delays.get(0));
    }

    /** When the attempt after so many failures is due, the last of them now; empty after the last attempt. */
    Optional<Instant> next(int failed, Instant now) {
        if (failed >= delays.size()) {
            return Optional.empty();
        }
        long delay = delays.get(failed).toMillis();
        long jitter = delay == 0 ? 0 : ThreadLocalRandom.current().nextLong((long) (delay * JITTER) + 1);
        return Optional.of(now.plusMillis(delay + jitter));
    }
}

package dev.docket.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

/** Gives HTTP latency the buckets that it has not by itself. */
class Buckets {

    /** Answers that may be given before the path is known to be one of ours. */
    private static final Set<String> EARLY = Set.of("401", "406", "429", "503");

    private static final double[] NANOSECONDS = Stream.of(
                    1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
            .mapToDouble(millis -> Duration.ofMillis(millis).toNanos())
            .toArray();

    @Produces
    @Singleton
    MeterFilter httpLatency() {
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return id.getName().equals("http.server.requests")
                        ? DistributionStatisticConfig.builder()
                                .serviceLevelObjectives(NANOSECONDS)
                                .build()
                                .merge(config)
                        : config;
            }
        };
    }

    /**
     * A request that is refused early has its whole path for a name, whatever that is: it would bring secrets into the
     * metrics, and names without number, of which only the first hundred are kept.
     */
    @Produces
    @Singleton
    MeterFilter refusals() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                return id.getName().equals("http.server.requests") && EARLY.contains(id.getTag("status"))
                        ? id.replaceTags(Tags.of(id.getTags()).and("uri", "REFUSED"))
                        : id;
            }
        };
    }
}

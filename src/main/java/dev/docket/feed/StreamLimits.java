package dev.docket.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How many live streams one replica keeps open, and what for. */
@ConfigMapping(prefix = "docket.streams")
interface StreamLimits {

    /** Streams in all. */
    @WithDefault("1000")
    @Min(0)
    @Max(100_000)
    int max();

    /** Streams of one principal, whatever its tokens. */
    @WithDefault("50")
    @Min(1)
    @Max(100_000)
    int perPrincipal();

    /** Events that wait for a reader; one that leaves more waiting is cut off. */
    @WithDefault("1000")
    @Min(1)
    @Max(100_000)
    int buffer();

    /** After how long without an event a reader gets a comment. */
    @WithDefault("15S")
    Duration comment();
}

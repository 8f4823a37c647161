package dev.docket.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What {@code DOCKET_WEBHOOKS_*} says of deliveries. */
@ConfigMapping(prefix = "docket.webhooks")
interface Settings {

    /** Whether this replica sends. */
    @WithDefault("true")
    boolean enabled();

    /** For development: whether loopback and private addresses may be connected to, by {@code http} too. */
    @WithDefault("false")
    boolean allowLocal();

    /** How long after the one before each attempt is made, the first one after the event. */
    @WithDefault("0S,5S,5M,30M,2H,5H,10H,14H,20H,24H")
    @Size(min = 1, max = 100)
    List<Duration> schedule();

    /** From looking up the name to the end of the answer. */
    @WithDefault("10S")
    Duration timeout();

    /** As part of that, until the connection stands. */
    @WithDefault("3S")
    Duration connectTimeout();

    /** Webhooks that a replica sends to at the same time. */
    @WithDefault("1000")
    @Min(1)
    @Max(10_000)
    int inFlight();

    /** How often a replica looks for what others have left to be sent. */
    @WithDefault("250MS")
    Duration poll();

    /** After so long without a success a webhook is disabled. */
    @WithDefault("5D")
    Duration disableAfter();

    /** How long the secret before goes on signing once there is a new one. */
    @WithDefault("24H")
    Duration rotation();

    /** How long the log of a delivery is kept, in days. */
    @WithDefault("30")
    @Min(1)
    @Max(3_650)
    int days();

    /** What secrets are sealed with where they are kept: the first seals, each opens. Unset: they are kept open. */
    Optional<List<String>> keys();
}

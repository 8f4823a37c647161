package dev.docket.protection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How much one replica takes on. */
@ConfigMapping(prefix = "docket.limits")
interface Limits {

    /** Requests a second that a principal may send in the long run; 0 for any number. */
    @WithDefault("100")
    @Min(0)
    @Max(1_000_000)
    int requests();

    /** Requests that a principal which was quiet may send at once. */
    @WithDefault("3000")
    @Min(1)
    @Max(10_000_000)
    int burst();

    /** Failed sign-ins a minute from one address, after which further ones are 429; 0 for any number. */
    @WithDefault("30")
    @Min(0)
    @Max(1_000_000)
    int failedSignIns();

    /** Requests that are worked on at the same time. */
    @WithDefault("256")
    @Min(1)
    int inFlight();

    /** Requests that wait for one of those to end. */
    @WithDefault("256")
    @Min(0)
    int waiting();

    /** How long they wait before they are refused. */
    @WithName("wait")
    @WithDefault("1S")
    Duration patience();
}

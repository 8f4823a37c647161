package dev.docket.document;

import dev.docket.project.Rules;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The circumstances of one change.
 *
 * @param at later than the previous revision, in whole microseconds
 * @param rules the project's policy for this kind at this moment
 * @param message what the actor says about it
 */
public record Change(
        String actor, Instant at, Rules rules, @Nullable String message) {

    /** The day of the change, in UTC. */
    LocalDate day() {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }
}

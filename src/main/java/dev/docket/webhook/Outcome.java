package dev.docket.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt makes of its delivery.
 *
 * @param failed attempts since it was last queued
 * @param next when the next attempt is due; null where there is none
 */
record Outcome(
        Result result,
        DeliveryState state,
        int failed,
        @Nullable Instant next) {

    static Outcome of(Result result, Schedule schedule) {
        Answer answer = result.answer();
        if (answer.success()) {
            return new Outcome(result, DeliveryState.DELIVERED, 0, null);
        }
        int failed = result.due().failed() + 1;
        Instant ended = answer.at().plusMillis(answer.latencyMs());
        Instant next = answer.gone() ? null : schedule.next(failed, ended).orElse(null);
        return new Outcome(result, next == null ? DeliveryState.DEAD : DeliveryState.PENDING, failed, next);
    }

    /** As metrics name it. */
    String name() {
        return state == DeliveryState.PENDING ? "failed" : state.json();
    }
}

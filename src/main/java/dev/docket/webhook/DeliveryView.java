package dev.docket.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Delivery", description = "An event on its way to a webhook, and what came of the attempts.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveryView(
        @Schema(description = "The delivery's id.", examples = "4711", minimum = "1", required = true)
        long id,

        @Schema(
                description = "The id of the event, which is the webhook-id of each attempt.",
                format = "uuid",
                examples = "6f1c0a51-97f4-4a3b-9b0e-3f8a6f0f3f52",
                required = true)
        String event,

        @Schema(
                description = "The type of the event.",
                examples = "dev.docket.document.transitioned.v1",
                maxLength = 200,
                required = true)
        String type,

        @Schema(
                description = "What the event is about.",
                examples = "payments/ADR-0042",
                maxLength = 200,
                required = true)
        String subject,

        @Schema(
                description = "The event's position in the feed; absent for a ping.",
                examples = "0000000000000004711",
                pattern = "^[0-9]{19}$")
        @Nullable
        String sequence,

        @Schema(description = "What has become of it.", required = true)
        DeliveryState state,

        @Schema(description = "When it was queued first.", required = true)
        Instant createdAt,

        @Schema(description = "When the next attempt is due; absent unless it is pending.") @Nullable
        Instant nextAttemptAt,

        @Schema(description = "How many attempts there were.", examples = "1", minimum = "0", required = true)
        int attempts,

        @Schema(description = "The last of them, in order.", maxItems = LOG, required = true)
        List<Attempt> log) {

    /** Attempts that are shown. */
    static final int LOG = 20;

    @Schema(name = "DeliveryAttempt", description = "One request to the receiver, and what came of it.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Attempt(
            @Schema(
                    description = "Counts the attempts of the delivery.",
                    examples = "1",
                    minimum = "1",
                    required = true)
            int number,

            @Schema(description = "When it began.", required = true)
            Instant at,

            @Schema(description = "How long it took, in milliseconds.", examples = "38", minimum = "0", required = true)
            int latencyMs,

            @Schema(
                    description = "The status of the answer; absent where there was none.",
                    examples = "503",
                    minimum = "100",
                    maximum = "999")
            @Nullable
            Integer status,

            @Schema(
                    description = "Why there was no answer.",
                    examples = "timeout: there was no whole answer in time",
                    maxLength = Answer.ERROR)
            @Nullable
            String error,

            @Schema(
                    description = "The beginning of the answer, without secrets.",
                    examples = "no such channel",
                    maxLength = Answer.EXCERPT)
            @Nullable
            String excerpt) {}
}

package dev.docket.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Fault", description = "Where a log was found to be broken first.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Fault(
        @Schema(description = "What is wrong, for programs.", required = true)
        FaultCode code,

        @Schema(
                description = "What is wrong, for people.",
                examples = "The content is not the one whose SHA-256 was written down.",
                maxLength = 300,
                required = true)
        String detail,

        @Schema(
                description = "The position in the feed and in the project's chain; absent where the chain has none.",
                examples = "4711")
        @Nullable
        Long position,

        @Schema(
                description = "The document; absent where that cannot be told.",
                examples = "payments/ADR-0042",
                maxLength = 84)
        @Nullable
        String document,

        @Schema(description = "The number of the revision.", examples = "3", minimum = "1") @Nullable
        Integer revision,

        @Schema(
                description = "The number of the checkpoint that tells; absent where the log itself does.",
                examples = "7",
                minimum = "1")
        @Nullable
        Long checkpoint) {

    /** One that the log itself tells. */
    Fault(
            FaultCode code,
            String detail,
            @Nullable Long position,
            @Nullable String document,
            @Nullable Integer revision) {
        this(code, detail, position, document, revision, null);
    }
}

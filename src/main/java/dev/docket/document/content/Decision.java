package dev.docket.document.content;

import static dev.docket.document.content.Bounds.LINE;
import static dev.docket.document.content.Bounds.PROSE;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "What is decided, and why.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Decision(
        @Schema(
                description = "The id of the chosen option. A write may give the option's exact name instead.",
                examples = "managed-queue")
        @Size(max = LINE)
        @Nullable
        String chosen,

        @Schema(description = "The decision in words.") @Size(max = PROSE) @Nullable
        String statement,

        @Schema(description = "Why this one.") @Size(max = PROSE) @Nullable
        String rationale,

        @Schema(description = "Prose under the heading that fits none of the other members.")
        @Size(max = PROSE)
        @Nullable
        String text) {

    /** The same with another choice. */
    public Decision choosing(@Nullable String chosen) {
        return new Decision(chosen, statement, rationale, text);
    }
}

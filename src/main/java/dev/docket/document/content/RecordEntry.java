package dev.docket.document.content;

import static dev.docket.document.content.Bounds.ITEM;
import static dev.docket.document.content.Bounds.LINE;
import static dev.docket.document.content.Bounds.REF;
import static dev.docket.document.content.Bounds.REF_PATTERN;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "One transition of the document, as its decision record tells it.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecordEntry(
        @Schema(description = "What was done.", examples = "accepted") @Size(max = LINE)
        String action,

        @Schema(description = "The status before; absent for the first entry.") @Nullable
        Status from,

        @Schema(description = "The status after.") Status to,
        @Schema(description = "When.") Instant at,

        @Schema(description = "Who: a principal, or a name read from Markdown.", examples = "mira.holt")
        @Size(max = LINE)
        String author,

        @Schema(description = "Why.") @Size(max = ITEM) @Nullable
        String comment,

        @Schema(description = "The ref of the document that took its place.", examples = "ADR-0050")
        @Size(max = REF)
        @Pattern(regexp = REF_PATTERN)
        @Nullable
        String by) {}

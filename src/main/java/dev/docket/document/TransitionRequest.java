package dev.docket.document;

import dev.docket.document.content.Bounds;
import dev.docket.document.content.Status;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "A move to another status.", requiredProperties = "to")
record TransitionRequest(
        @Schema(description = "The status to reach.", examples = "accepted") @NotNull
        Status to,

        @Schema(
                description = "The reason; required to withdraw, reject and deprecate.",
                examples = "Agreed in the architecture forum.")
        @Size(max = Bounds.ITEM)
        @Nullable
        String comment,

        @Schema(
                description = "The ref of the document that takes its place; required to supersede.",
                examples = "ADR-0050")
        @Size(max = Bounds.REF + Bounds.PROJECT + 1)
        @Nullable
        String by) {}

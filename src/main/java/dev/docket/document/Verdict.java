package dev.docket.document;

import dev.docket.document.content.ApprovalState;
import dev.docket.document.content.Bounds;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "Verdict",
        description = "What an approver says about a revision.",
        requiredProperties = {"verdict", "revision"})
record Verdict(
        @Schema(description = "approved, rejected, changes-requested or abstained.", examples = "approved") @NotNull
        ApprovalState verdict,

        @Schema(
                description = "The revision of the document that was read; not older than its contentRevision.",
                examples = "3")
        @NotNull
        @Min(1)
        Integer revision,

        @Schema(
                description = "The grounds. A maintainer who lifts another's objection has to give them.",
                examples = "The rollback is covered.")
        @Size(max = Bounds.ITEM)
        @Nullable
        String comment) {}

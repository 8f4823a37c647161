package dev.docket.register;

import com.fasterxml.jackson.annotation.JsonRawValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "An approval, in the inbox.")
record ApprovalEntry(
        @Schema(description = "The document that is judged.", required = true)
        Named document,

        @Schema(
                description =
                        "The approval, as it stands in the document; requestedAt says since when it has been asked for.",
                required = true,
                ref = "Approval")
        @JsonRawValue
        String approval,

        @Schema(description = "Whether it is waited for although its day has passed.", required = true)
        boolean overdue) {}

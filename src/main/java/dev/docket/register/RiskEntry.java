package dev.docket.register;

import com.fasterxml.jackson.annotation.JsonRawValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A risk, in the register.")
record RiskEntry(
        @Schema(description = "The document that it is a risk of.", required = true)
        Named document,

        @Schema(description = "The risk, as it stands in the document.", required = true, ref = "Risk") @JsonRawValue
        String risk) {}

package dev.docket.document;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Why a content has to go.", requiredProperties = "reason")
record RedactionRequest(
        @Schema(
                description = "The reason, for everybody to read: never what was redacted.",
                examples = "A password was pasted into the context.")
        @NotBlank
        @Size(max = RedactionRequest.LENGTH)
        String reason) {

    static final int LENGTH = 1_000;
}

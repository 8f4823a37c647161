package dev.docket.document.content;

import static dev.docket.document.content.Bounds.PROSE;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "What a design means for security.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SecurityConsiderations(
        @Schema(description = "What changes in authentication and authorization.") @Size(max = PROSE) @Nullable
        String access,

        @Schema(description = "What it means for personal data.") @Size(max = PROSE) @Nullable
        String privacy,

        @Schema(description = "What could be attacked, and what is done about it.") @Size(max = PROSE) @Nullable
        String threats,

        @Schema(description = "Prose under the heading that fits none of the other members.")
        @Size(max = PROSE)
        @Nullable
        String text) {}

package dev.docket.document.content;

import static dev.docket.document.content.Bounds.LINE;
import static dev.docket.document.content.Bounds.PROSE;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "A component of a design.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DesignComponent(
        @Schema(description = "What it is called.", examples = "Settlement scheduler") @Size(max = LINE) @Nullable
        String name,

        @Schema(description = "What it is for.") @Size(max = PROSE) @Nullable
        String purpose,

        @Schema(description = "The decisions behind its design.") @Size(max = PROSE) @Nullable
        String decisions,

        @JsonProperty("interface") @Schema(description = "What others call, and how.") @Size(max = PROSE) @Nullable
        String api,

        @Schema(description = "Prose under the heading that fits none of the other members.")
        @Size(max = PROSE)
        @Nullable
        String text) {}

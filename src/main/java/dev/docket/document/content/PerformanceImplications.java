package dev.docket.document.content;

import static dev.docket.document.content.Bounds.PROSE;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "What a design means for performance.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PerformanceImplications(
        @Schema(description = "What gets faster or slower.") @Size(max = PROSE) @Nullable
        String impact,

        @Schema(description = "Where it will be slow, and what helps.") @Size(max = PROSE) @Nullable
        String bottlenecks,

        @Schema(description = "What it needs to run.") @Size(max = PROSE) @Nullable
        String resources,

        @Schema(description = "Prose under the heading that fits none of the other members.")
        @Size(max = PROSE)
        @Nullable
        String text) {}

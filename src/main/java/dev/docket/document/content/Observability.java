package dev.docket.document.content;

import static dev.docket.document.content.Bounds.ITEM;
import static dev.docket.document.content.Bounds.LIST;
import static dev.docket.document.content.Bounds.PROSE;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "How one sees a design at work.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Observability(
        @Schema(description = "New metrics.") @Size(max = LIST) @Nullable
        List<@NotNull @Size(max = ITEM) String> metrics,

        @Schema(description = "What changes in logs.") @Size(max = PROSE) @Nullable
        String logging,

        @Schema(description = "Where one looks.") @Size(max = PROSE) @Nullable
        String dashboards,

        @Schema(description = "Prose under the heading that fits none of the other members.")
        @Size(max = PROSE)
        @Nullable
        String text) {}

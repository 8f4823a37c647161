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

@Schema(description = "What follows from the decision.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Consequences(
        @Schema(description = "What gets better.") @Size(max = LIST) @Nullable
        List<@NotNull @Size(max = ITEM) String> positive,

        @Schema(description = "What it costs.") @Size(max = LIST) @Nullable
        List<@NotNull @Size(max = ITEM) String> negative,

        @Schema(description = "Prose under the heading that fits none of the other members.")
        @Size(max = PROSE)
        @Nullable
        String text) {}

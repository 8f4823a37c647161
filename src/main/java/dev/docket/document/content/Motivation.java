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

@Schema(description = "Why something should change.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Motivation(
        @Schema(description = "Why the change is needed.") @Size(max = PROSE) @Nullable
        String why,

        @Schema(description = "The problems it solves.") @Size(max = LIST) @Nullable
        List<@NotNull @Size(max = ITEM) String> problems,

        @Schema(description = "Who would do what with it.") @Size(max = LIST) @Nullable
        List<@NotNull @Size(max = ITEM) String> useCases,

        @Schema(description = "Prose under the heading that fits none of the other members.")
        @Size(max = PROSE)
        @Nullable
        String text) {}

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

@Schema(description = "What there is today.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Background(
        @Schema(description = "How things are today.") @Size(max = PROSE) @Nullable
        String currentState,

        @Schema(description = "What was tried or is in use, and its limits.") @Size(max = PROSE) @Nullable
        String existingSolutions,

        @Schema(description = "Issues and discussions about it.") @Size(max = LIST) @Nullable
        List<@NotNull @Size(max = ITEM) String> relatedIssues,

        @Schema(description = "Prose under the heading that fits none of the other members.")
        @Size(max = PROSE)
        @Nullable
        String text) {}

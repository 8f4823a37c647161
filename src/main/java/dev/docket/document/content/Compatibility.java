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

@Schema(description = "What an RFC means for those who depend on the present state.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Compatibility(
        @Schema(description = "What will no longer work.") @Size(max = LIST) @Nullable
        List<@NotNull @Size(max = ITEM) String> breakingChanges,

        @Schema(description = "What they have to do.") @Size(max = PROSE) @Nullable
        String migrationPath,

        @Schema(description = "Until when the old way works.") @Size(max = PROSE) @Nullable
        String deprecationTimeline,

        @Schema(description = "Prose under the heading that fits none of the other members.")
        @Size(max = PROSE)
        @Nullable
        String text) {}

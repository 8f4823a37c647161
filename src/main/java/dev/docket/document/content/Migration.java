package dev.docket.document.content;

import static dev.docket.document.content.Bounds.ITEM;
import static dev.docket.document.content.Bounds.LIST;
import static dev.docket.document.content.Bounds.PROSE;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "The way from the present state to the decided one, and back.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Migration(
        @Schema(description = "The steps there, in order.") @Size(max = LIST) @Nullable
        List<@NotNull @Size(max = ITEM) String> steps,

        @Schema(description = "The steps back, in order.") @Size(max = LIST) @Nullable
        List<@NotNull @Size(max = ITEM) String> rollback,

        @Schema(description = "Commands that show that it worked.") @Size(max = LIST) @Nullable
        List<@NotNull @Valid Code> validation,

        @Schema(description = "The way there, in prose.") @Size(max = PROSE) @Nullable
        String path,

        @Schema(description = "The way back, in prose.") @Size(max = PROSE) @Nullable
        String rollbackPlan,

        @Schema(description = "Prose under the heading that fits none of the other members.")
        @Size(max = PROSE)
        @Nullable
        String text) {}

package dev.docket.document.content;

import static dev.docket.document.content.Bounds.ITEM;
import static dev.docket.document.content.Bounds.LINE;
import static dev.docket.document.content.Bounds.LIST;
import static dev.docket.document.content.Bounds.PROSE;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "A stretch of the work.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Phase(
        @Schema(description = "What it is called.", examples = "Shadow reads") @Size(max = LINE) @Nullable
        String name,

        @Schema(description = "When, or how long.", examples = "two weeks") @Size(max = ITEM) @Nullable
        String timeline,

        @Schema(description = "What is there at its end.") @Size(max = LIST) @Nullable
        List<@NotNull @Size(max = ITEM) String> deliverables,

        @Schema(description = "What there is to do.") @Size(max = LIST) @Nullable
        List<@NotNull @Valid CheckItem> tasks,

        @Schema(description = "Prose under the heading that fits none of the other members.")
        @Size(max = PROSE)
        @Nullable
        String text) {}

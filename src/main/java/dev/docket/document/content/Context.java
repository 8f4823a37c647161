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

@Schema(description = "The problem, and what surrounds it.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Context(
        @Schema(description = "What calls for a decision.") @Size(max = PROSE) @Nullable
        String problem,

        @Schema(description = "How things are today, and where that falls short.") @Size(max = PROSE) @Nullable
        String currentState,

        @Schema(description = "What any answer has to respect.") @Size(max = LIST) @Nullable
        List<@NotNull @Size(max = ITEM) String> constraints,

        @Schema(description = "What weighs in the decision.") @Size(max = LIST) @Nullable
        List<@NotNull @Size(max = ITEM) String> drivers,

        @Schema(description = "What is required, in measures: service levels and the like.") @Size(max = LIST) @Nullable
        List<@NotNull @Valid Requirement> requirements,

        @Schema(description = "The data it draws on.") @Size(max = LIST) @Nullable
        List<@NotNull @Size(max = ITEM) String> dataSources,

        @Schema(description = "Prose under the heading that fits none of the other members.")
        @Size(max = PROSE)
        @Nullable
        String text) {

    @Schema(description = "A requirement in a measure.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Requirement(
            @Schema(description = "What is measured.", examples = "availability") @Size(max = ITEM) @Nullable
            String metric,

            @Schema(description = "The value it has to reach.", examples = "99.95 % a month")
            @Size(max = ITEM)
            @Nullable
            String target,

            @Schema(description = "How much it matters.", examples = "P1") @Size(max = ITEM) @Nullable
            String priority) {}
}

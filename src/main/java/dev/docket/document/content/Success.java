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

@Schema(description = "How the success of an RFC is measured.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Success(
        @Schema(description = "The figures that count.") @Size(max = LIST) @Nullable
        List<@NotNull @Valid Kpi> kpis,

        @Schema(description = "Where they are shown.") @Size(max = LIST) @Nullable
        List<@NotNull @Size(max = ITEM) String> dashboards,

        @Schema(description = "What raises an alarm.") @Size(max = LIST) @Nullable
        List<@NotNull @Size(max = ITEM) String> alerts,

        @Schema(description = "Prose under the heading that fits none of the other members.")
        @Size(max = PROSE)
        @Nullable
        String text) {

    @Schema(description = "A figure that shows success.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Kpi(
            @Schema(description = "What is measured.", examples = "refunds settled the same day")
            @Size(max = ITEM)
            @Nullable
            String metric,

            @Schema(description = "The value wanted.", examples = "98 %") @Size(max = ITEM) @Nullable
            String target) {}
}

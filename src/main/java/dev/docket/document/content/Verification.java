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

@Schema(description = "How one will know that the decision works.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Verification(
        @Schema(description = "Tests that are required.") @Size(max = LIST) @Nullable
        List<@NotNull @Valid CheckItem> tests,

        @Schema(description = "What is watched in operation.") @Size(max = LIST) @Nullable
        List<@NotNull @Valid ObservedMetric> metrics,

        @Schema(description = "What performance has to reach.") @Size(max = LIST) @Nullable
        List<@NotNull @Valid PerformanceTarget> performanceTargets,

        @Schema(description = "What would show that the decision was right.") @Size(max = LIST) @Nullable
        List<@NotNull @Size(max = ITEM) String> criteria,

        @Schema(description = "Prose under the heading that fits none of the other members.")
        @Size(max = PROSE)
        @Nullable
        String text) {

    @Schema(description = "A metric that is watched in operation.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ObservedMetric(
            @Schema(description = "What is measured.", examples = "settlement_lag_seconds") @Size(max = ITEM) @Nullable
            String metric,

            @Schema(description = "The type of the metric.", examples = "Histogram") @Size(max = ITEM) @Nullable
            String type,

            @Schema(description = "The value that calls for attention.", examples = "p99 above 5 s")
            @Size(max = ITEM)
            @Nullable
            String threshold) {}

    @Schema(description = "A figure that performance has to reach.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PerformanceTarget(
            @Schema(description = "What is measured.", examples = "Latency p50") @Size(max = ITEM) @Nullable
            String metric,

            @Schema(description = "The value today.", examples = "180 ms") @Size(max = ITEM) @Nullable
            String baseline,

            @Schema(description = "The value wanted.", examples = "60 ms") @Size(max = ITEM) @Nullable
            String target,

            @Schema(description = "How it is measured.", examples = "Load test") @Size(max = ITEM) @Nullable
            String method) {}
}

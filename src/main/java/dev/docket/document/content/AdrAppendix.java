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

@Schema(description = "Background of an ADR.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AdrAppendix(
        @Schema(description = "Measurements.") @Size(max = LIST) @Nullable
        List<@NotNull @Valid Benchmark> benchmarks,

        @Schema(description = "How others solved it.") @Size(max = LIST) @Nullable
        List<@NotNull @Size(max = ITEM) String> priorArt,

        @Schema(description = "Prose under the heading that fits none of the other members.")
        @Size(max = PROSE)
        @Nullable
        String text) {

    @Schema(description = "A measurement before and after.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Benchmark(
            @Schema(description = "What was run.", examples = "bulk insert") @Size(max = ITEM) @Nullable
            String test,

            @Schema(description = "The result before.", examples = "12 s") @Size(max = ITEM) @Nullable
            String before,

            @Schema(description = "The result after.", examples = "3 s") @Size(max = ITEM) @Nullable
            String after,

            @Schema(description = "The difference.", examples = "-75 %") @Size(max = ITEM) @Nullable
            String delta) {}
}

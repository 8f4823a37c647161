package dev.docket.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "Facets",
        description = "Counts over all documents that match, whatever the page: of each facet the 200 most frequent "
                + "values, most frequent first.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Facets(
        @Schema(description = "How many documents were counted.", examples = "42", required = true, minimum = "0")
        int counted,

        @Schema(
                description = "False where more than 10000 documents match: then 10000 of them were counted, and "
                        + "every count is a lower bound.",
                required = true)
        boolean exact,

        @Schema(description = "By status.", maxItems = FacetCounts.VALUES) @Nullable
        List<Count> status,

        @Schema(description = "By tag.", maxItems = FacetCounts.VALUES) @Nullable
        List<Count> tag,

        @Schema(description = "By the key of the project.", maxItems = FacetCounts.VALUES) @Nullable
        List<Count> project) {

    @Schema(name = "FacetCount", description = "One value, and how many documents have it.")
    record Count(
            @Schema(description = "The value, as a filter takes it.", examples = "accepted", required = true)
            String value,

            @Schema(description = "How many documents have it.", examples = "17", required = true, minimum = "1")
            int count) {}
}

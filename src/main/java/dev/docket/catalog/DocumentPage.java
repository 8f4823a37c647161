package dev.docket.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.docket.api.Paged;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "DocumentPage", description = "One page of a list of documents.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DocumentPage(
        @Schema(description = "The documents of this page, in order.", required = true, maxItems = 200)
        List<Item> items,

        @Schema(
                description = "Send it as cursor for the next page; absent on the last one.",
                examples = "M2YxYTJiOjQy",
                maxLength = 1000)
        @Nullable
        String nextCursor,

        @Schema(
                description = "Of a search: whether more than 1000 documents match. Only the newest 1000 of them, in "
                        + "the order in which they were created, are in the list then.")
        @Nullable
        Boolean more,

        @Schema(description = "How many documents of the whole list have which value, where facets were asked for.")
        @Nullable
        Facets facets)
        implements Paged {}

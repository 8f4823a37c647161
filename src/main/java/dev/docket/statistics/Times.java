package dev.docket.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        description = "How long something took: the median and the 90th percentile, each a time that occurred (nearest "
                + "rank); both are absent when nothing was counted.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Times(
        @Schema(description = "How many there were.", examples = "12", required = true, minimum = "0")
        int count,

        @Schema(description = "Half of them took so many seconds at most.", examples = "172800", minimum = "0")
        @Nullable
        Integer medianSeconds,

        @Schema(description = "Nine of ten took so many seconds at most.", examples = "864000", minimum = "0") @Nullable
        Integer p90Seconds) {

    static Times of(List<int[]> parts) {
        int[] all = Seconds.sorted(parts);
        return all.length == 0 ? new Times(0, null, null) : new Times(all.length, rank(all, 50), rank(all, 90));
    }

    /** By nearest rank: the smallest value that at least so many percent do not exceed. */
    private static int rank(int[] sorted, int percent) {
        return sorted[(int) ((sorted.length * (long) percent + 99) / 100) - 1];
    }
}

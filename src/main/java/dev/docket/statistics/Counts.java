package dev.docket.statistics;

import dev.docket.document.content.Status;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "DocumentCounts", description = "How many documents are in each status.")
record Counts(
        @Schema(description = "Drafts.", required = true, examples = "1")
        long draft,

        @Schema(description = "Proposed ones.", required = true, examples = "3")
        long proposed,

        @Schema(description = "Accepted ones.", required = true, examples = "40")
        long accepted,

        @Schema(description = "Rejected ones.", required = true, examples = "5")
        long rejected,

        @Schema(description = "Implemented ones.", required = true, examples = "2")
        long implemented,

        @Schema(description = "Deprecated ones.", required = true, examples = "0")
        long deprecated,

        @Schema(description = "Superseded ones.", required = true, examples = "7")
        long superseded,

        @Schema(description = "Withdrawn ones.", required = true, examples = "4")
        long withdrawn) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

    static Counts of(Map<Status, Long> counts) {
        return new Counts(
                counts.getOrDefault(Status.DRAFT, 0L),
                counts.getOrDefault(Status.PROPOSED, 0L),
                counts.getOrDefault(Status.ACCEPTED, 0L),
                counts.getOrDefault(Status.REJECTED, 0L),
                counts.getOrDefault(Status.IMPLEMENTED, 0L),
                counts.getOrDefault(Status.DEPRECATED, 0L),
                counts.getOrDefault(Status.SUPERSEDED, 0L),
                counts.getOrDefault(Status.WITHDRAWN, 0L));
    }

    /** That text in SQL for the column of each status, {@code %1$s}, parted by commas. */
    static String each(String column) {
        return Arrays.stream(Status.values())
                .map(status -> column.formatted(status.json()))
                .collect(Collectors.joining(", "));
    }

    Counts plus(Counts more) {
        return new Counts(
                draft + more.draft,
                proposed + more.proposed,
                accepted + more.accepted,
                rejected + more.rejected,
                implemented + more.implemented,
                deprecated + more.deprecated,
                superseded + more.superseded,
                withdrawn + more.withdrawn);
    }
}

package dev.docket.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "Decisions that were made here; those that an import tells of are not counted.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Decided(
        @Schema(description = "How many documents were accepted.", examples = "10", required = true, minimum = "0")
        int accepted,

        @Schema(description = "How many were rejected.", examples = "2", required = true, minimum = "0")
        int rejected,

        @Schema(
                description = "What part of them was accepted, from 0 to 1; absent when none was decided.",
                examples = "0.833",
                minimum = "0",
                maximum = "1")
        @Nullable
        Double acceptanceRate,

        @Schema(description = "From the first proposal to the decision.", required = true)
        Times leadTime) {

    static Decided of(List<int[]> accepted, List<int[]> rejected) {
        int yes = count(accepted);
        int no = count(rejected);
        return new Decided(
                yes,
                no,
                yes + no == 0 ? null : Math.round(1000.0 * yes / (yes + no)) / 1000.0,
                Times.of(Stream.concat(accepted.stream(), rejected.stream()).toList()));
    }

    private static int count(List<int[]> times) {
        return times.stream().mapToInt(each -> each.length).sum();
    }
}

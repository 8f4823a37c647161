package dev.docket.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "What is proposed now, and for how many days; the ages are absent when there is nothing.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record OpenProposals(
        @Schema(description = "How many documents.", required = true, examples = "3", minimum = "0")
        long count,

        @Schema(description = "Half of them for so many days at most.", examples = "6", minimum = "0") @Nullable
        Long medianDays,

        @Schema(description = "Nine of ten for so many days at most.", examples = "20", minimum = "0") @Nullable
        Long p90Days,

        @Schema(description = "The oldest.", examples = "31", minimum = "0") @Nullable
        Long oldestDays) {

    /** @param sinceDays how many were proposed on each day, the newest day first */
    static OpenProposals of(SortedMap<LocalDate, Long> sinceDays, LocalDate today) {
        long count = sinceDays.values().stream().mapToLong(Long::longValue).sum();
        return count == 0
                ? new OpenProposals(0, null, null, null)
                : new OpenProposals(
                        count,
                        age(sinceDays, (count * 50 + 99) / 100, today),
                        age(sinceDays, (count * 90 + 99) / 100, today),
                        age(sinceDays, count, today));
    }

    private static long age(SortedMap<LocalDate, Long> sinceDays, long rank, LocalDate today) {
        Iterator<Map.Entry<LocalDate, Long>> days = sinceDays.entrySet().iterator();
        Map.Entry<LocalDate, Long> day = days.next();
        for (long passed = day.getValue(); passed < rank; passed += day.getValue()) {
            day = days.next();
        }
        return Math.max(0, ChronoUnit.DAYS.between(day.getKey(), today));
    }
}

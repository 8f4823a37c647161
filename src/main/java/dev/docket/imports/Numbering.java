package dev.docket.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The numbers of new documents: a file keeps its own; one without gets the next after all of them, by date, then name;
 * one whose number is taken comes after those, with a warning.
 */
final class Numbering {

    static final int MAX = 999_999;

    private static final Comparator<Planned> BY_NAME = Comparator.comparing(each -> each.fact.name());
    private static final Comparator<Planned> BY_DATE = Comparator.<Planned, LocalDate>comparing(
                    each -> each.fact.date() == null ? LocalDate.MAX : each.fact.date())
            .thenComparing(BY_NAME);

    private Numbering() {}

    /**
     * Gives every file a number.
     *
     * @param created the files of new documents, of one kind
     * @param taken the numbers among their own that documents have already
     * @param last the last number given so far
     * @return the last number given now
     */
    static int give(List<Planned> created, Set<Integer> taken, int last) {
        Set<Integer> used = new HashSet<>(taken);
        List<Planned> without = new ArrayList<>();
        List<Planned> late = new ArrayList<>();
        int highest = last;
        for (Planned each : created.stream().sorted(BY_NAME).toList()) {
            Integer own = each.fact.number();
            if (own == null) {
                without.add(each);
            } else if (used.add(own)) {
                each.number(own);
                highest = Math.max(highest, own);
            } else {
                highest = Math.max(highest, own);
                late.add(each);
            }
        }
        without.sort(BY_DATE);
        for (Planned each : without) {
            each.number(++highest);
        }
        for (Planned each : late) {
            each.number(++highest);
            each.warn(
                    "number-taken",
                    "Its number %d is taken: it became %d.".formatted(each.fact.number(), each.number()));
        }
        return highest;
    }
}

package dev.docket.statistics;

import dev.docket.api.Parameters;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/**
 * The months that statistics are of.
 *
 * @param to the last month, which is part of it
 */
record Period(YearMonth from, YearMonth to) {

    static final int MAX_MONTHS = 120;

    /** 400 where it ends before it begins, or is too long. */
    Period {
        if (from.isAfter(to)) {
            throw Parameters.bad("from", "value", "not after " + to);
        }
        if (!from.plusMonths(MAX_MONTHS).isAfter(to)) {
            throw Parameters.bad("from", "value", "at most %d months before the end of %s".formatted(MAX_MONTHS, to));
        }
    }

    LocalDate firstDay() {
        return from.atDay(1);
    }

    LocalDate lastMonth() {
        return to.atDay(1);
    }

    List<YearMonth> months() {
        return Stream.iterate(from, month -> !month.isAfter(to), month -> month.plusMonths(1))
                .toList();
    }
}

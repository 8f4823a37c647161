package dev.docket.catalog;

import dev.docket.api.Select;
import dev.docket.api.Where;
import java.util.ArrayList;
import java.util.List;

/** A filter that is a range of one of the orders, and of an index of that order, asked of a document {@code d}. */
record Range(Sort sort, Select condition) {

    /** The condition of the index, in its words. */
    private static final String DECIDED = "d.status NOT IN ('draft', 'proposed')";

    static List<Range> of(Filter filter) {
        List<Range> ranges = new ArrayList<>();
        add(ranges, Sort.UPDATED, new Where().ifGiven("d.updated_at >= ?", filter.updatedSince()));
        if (filter.decidedFrom() != null || filter.decidedTo() != null) {
            add(
                    ranges,
                    Sort.DECIDED,
                    new Where()
                            .and(DECIDED)
                            .ifGiven("d.status_date >= ?", filter.decidedFrom())
                            .ifGiven("d.status_date <= ?", filter.decidedTo()));
        }
        add(ranges, Sort.REVIEW, new Where().ifGiven("d.review_on < ?", filter.reviewBefore()));
        return ranges;
    }

    private static void add(List<Range> ranges, Sort sort, Where where) {
        if (!where.isEmpty()) {
            ranges.add(new Range(sort, where.plain()));
        }
    }

    /** The first rows of the range, in its order, with these columns. */
    Select rows(String columns, int limit) {
        return Select.of("SELECT " + columns + " FROM document d WHERE ")
                .add(condition)
                .add(new Order(sort, sort != Sort.REVIEW).by(sort.column(), "d.id", limit));
    }
}

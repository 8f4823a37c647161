package dev.docket.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several ranges of one index, one for each combination of the values of its first columns. Each has its rows in the order
 * of the list; a page of the list is among the first few of each, so that it costs the same however long they are.
 */
public final class Ranges {

    private final Select combinations = new Select();
    private final Where within = new Where();

    /** A range for each value of a column of the row {@code r}; {@code type} is that of the column. */
    public Ranges each(String column, String type, List<?> values) {
        String each = "each_" + column;
        return each(
                Select.of("unnest(CAST(? AS %s[])) AS %s(value)".formatted(type, each), values),
                "r.%s = %s.value".formatted(column, each));
    }

    /** Only what fulfils a condition that the index knows of the row {@code r}. */
    public Ranges within(String condition, Object... values) {
        within.and(condition, values);
        return this;
    }

    /** A range for each row of a table, which is tied to the row {@code r} by the condition. */
    public Ranges each(Select table, String condition) {
        combinations.add(" CROSS JOIN ").add(table);
        return within(condition);
    }

    /**
     * The page after the end.
     *
     * @param rows what is read of the row {@code r}: the columns of the order, and others
     * @param rest what else is asked of it, which the index does not know
     */
    public Select page(Select rows, Where rest, Keyset order, Keyset.@Nullable End end, int limit) {
        return Select.of("SELECT hit.* FROM (SELECT 1) AS one")
                .add(combinations)
                .add(" CROSS JOIN LATERAL (")
                .add(rows)
                .add(" WHERE ")
                .add(within.plain())
                .add(" AND ")
                .add(order.after("r", end))
                .add(" AND ")
                .add(rest.unseen())
                .add(order.by("r", limit))
                .add(") AS hit")
                .add(order.by("hit", limit));
    }
}

package dev.docket.catalog;

import dev.docket.api.Select;
import org.jspecify.annotations.Nullable;

/** How a list is sorted. */
record Order(Sort sort, boolean descending) {

    /** Where a page ends: the value that its last document is sorted by, and the id of that. */
    record End(Object value, long id) {

        String text() {
            return id + " " + value;
        }
    }

    /** As the parameter has it: a hyphen in front means descending. */
    static Order of(String text) {
        boolean descending = text.startsWith("-");
        Sort sort = Sort.valueOf(text.substring(descending ? 1 : 0).toUpperCase(java.util.Locale.ROOT));
        // The best first, however it is written.
        return new Order(sort, descending || sort == Sort.RELEVANCE);
    }

    /** The end that a cursor holds; any exception when it holds none. */
    End end(String text) {
        int blank = text.indexOf(' ');
        return new End(sort.parse(text.substring(blank + 1)), Long.parseLong(text.substring(0, blank)));
    }

    /** {@code ORDER BY} and {@code LIMIT}: a number in the text, for the plan depends on it. */
    String by(String column, String id, int limit) {
        String way = descending ? " DESC" : "";
        return " ORDER BY %s%s, %s%s LIMIT %d".formatted(column, way, id, way, limit);
    }

    /** The condition to go on after the end of a page; true on the first one. */
    Select after(String column, String id, @Nullable End end) {
        return end == null
                ? Select.of("true")
                : Select.of("(%s, %s) %s (?, ?)".formatted(column, id, descending ? "<" : ">"), end.value(), end.id());
    }
}

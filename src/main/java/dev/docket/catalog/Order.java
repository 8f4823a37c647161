package dev.docket.catalog;

import dev.docket.api.Keyset;
import dev.docket.api.Select;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a list is sorted. */
record Order(Sort sort, boolean descending) {

    /** As the parameter has it: a hyphen in front means descending. */
    static Order of(String text) {
        boolean descending = text.startsWith("-");
        Sort sort = Sort.valueOf(text.substring(descending ? 1 : 0).toUpperCase(java.util.Locale.ROOT));
        // The best first, however it is written.
        return new Order(sort, descending || sort == Sort.RELEVANCE);
    }

    /** By {@code key} and {@code id}, as a query for a page calls them. */
    Keyset keyset() {
        return Keyset.of(descending).then("key", sort.type()).then("id", Long.class);
    }

    /** {@code ORDER BY} and {@code LIMIT}. */
    String by(String column, String id, int limit) {
        return keyset().by(limit, List.of(column, id));
    }

    /** The condition to go on after the end of a page; true on the first one. */
    Select after(String column, String id, Keyset.@Nullable End end) {
        return keyset().after(end, List.of(column, id));
    }
}

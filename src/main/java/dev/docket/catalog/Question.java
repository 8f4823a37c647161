package dev.docket.catalog;

import dev.docket.api.Cursor;
import dev.docket.api.Parameters;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which page of which list is wanted.
 *
 * @param end where the page before ended; null on the first one
 * @param cursors makes the cursor to the next page, which goes with this list only
 * @param whole whether whole documents are wanted instead of summaries
 * @param facets what is to be counted
 */
record Question(
        Asked asked,
        Order order,
        Order.@Nullable End end,
        Cursor.Scope cursors,
        boolean whole,
        List<String> facets,
        int limit) {

    /** 400 for parameters that cannot be used, before it is asked which projects there are. */
    static Question of(ListParameters parameters, Supplier<Scope> scope) {
        Filter filter = parameters.filter();
        Order order = parameters.order();
        Cursor.Scope cursors = new Cursor.Scope("documents %s %s %s".formatted(parameters.projects(), filter, order));
        Order.End end = end(order, cursors.key(parameters.cursor));
        boolean whole = parameters.whole();
        List<String> facets = parameters.facets();
        int limit = parameters.limit();
        return new Question(new Asked(filter, scope.get()), order, end, cursors, whole, facets, limit);
    }

    /** As {@link #of}, of the whole list; 400 for parameters that only pages have. */
    static Question ofAll(ListParameters parameters, Supplier<Scope> scope) {
        parameters.refusePaging();
        return of(parameters, scope);
    }

    private static Order.@Nullable End end(Order order, @Nullable String key) {
        try {
            return key == null ? null : order.end(key);
        } catch (RuntimeException e) {
            throw Parameters.bad("cursor", "cursor", "it was not made here");
        }
    }
}

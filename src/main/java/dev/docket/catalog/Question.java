package dev.docket.catalog;

import dev.docket.api.Cursor;
import dev.docket.api.Keyset;
import dev.docket.project.Scope;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which page of which list is wanted.
 *
 * @param end where the page before ended; null on the first one
 * @param cursors makes the cursor to the next page, which goes with this list only
 * @param asOf the instant of which the list is wanted; null: now
 * @param whole whether whole documents are wanted instead of summaries
 * @param facets what is to be counted
 */
record Question(
        Asked asked,
        Order order,
        Keyset.@Nullable End end,
        Cursor.Scope cursors,
        @Nullable OffsetDateTime asOf,
        boolean whole,
        List<String> facets,
        int limit) {

    /** 400 for parameters that cannot be used, before it is asked which projects there are. */
    static Question of(ListParameters parameters, Supplier<Scope> scope) {
        Filter filter = parameters.filter();
        Order order = parameters.order();
        OffsetDateTime asOf = parameters.asOf();
        Cursor.Scope cursors =
                new Cursor.Scope("documents %s %s %s %s".formatted(parameters.projects(), filter, order, asOf));
        Keyset.End end = order.keyset().end(cursors.key(parameters.cursor));
        boolean whole = parameters.whole();
        List<String> facets = parameters.facets();
        int limit = parameters.limit();
        return new Question(new Asked(filter, scope.get()), order, end, cursors, asOf, whole, facets, limit);
    }

    /** As {@link #of}, of the whole list; 400 for parameters that only pages have. */
    static Question ofAll(ListParameters parameters, Supplier<Scope> scope) {
        parameters.refusePaging();
        return of(parameters, scope);
    }
}

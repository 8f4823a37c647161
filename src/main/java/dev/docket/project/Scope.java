package dev.docket.project;

import dev.docket.api.Where;
import java.util.List;

/**
 * The projects that a list is of.
 *
 * @param everywhere whether it is of all projects that the caller may read, and not of some that are named
 * @param keys of those that are named, the keys of those that the caller may read
 * @param ids the ids to the keys
 * @param hidden where it is of all: those that the caller may not read
 */
public record Scope(boolean everywhere, List<String> keys, List<Long> ids, List<Long> hidden) {

    public static Scope of(long id, String key) {
        return new Scope(false, List.of(key), List.of(id), List.of());
    }

    /** Whether there is nothing that could be in the list. */
    public boolean empty() {
        return !everywhere && keys.isEmpty();
    }

    /** That the column holds the id of no hidden project. The array is made a set once, however long it is. */
    public Where notHidden(String column) {
        return new Where().ifAny(column + " NOT IN (SELECT unnest(CAST(? AS bigint[])))", hidden);
    }

    /** That the column holds the id of one of the projects. */
    public Where has(String column) {
        return everywhere ? notHidden(column) : new Where().and(column + " = ANY (CAST(? AS bigint[]))", ids);
    }
}

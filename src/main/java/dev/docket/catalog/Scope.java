package dev.docket.catalog;

import java.util.List;

/**
 * The projects that a list is of.
 *
 * @param everywhere whether it is of all projects that the caller may read, and not of some that were named
 * @param keys of those that were named, the keys of those that the caller may read
 * @param ids the ids to the keys
 * @param hidden where it is of all: those that the caller may not read
 */
record Scope(boolean everywhere, List<String> keys, List<Long> ids, List<Long> hidden) {

    static Scope of(long id, String key) {
        return new Scope(false, List.of(key), List.of(id), List.of());
    }

    /** Whether there is nothing that could be in the list. */
    boolean empty() {
        return !everywhere && keys.isEmpty();
    }
}

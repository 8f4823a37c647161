package dev.docket.feed;

import dev.docket.event.Entry;
import java.util.Set;

/**
 * Which events are wanted: of one of these projects, kinds and types each; an empty set stands for all.
 *
 * @param projects keys; one that there is not, or that the caller may not read, has no events
 * @param prefixes what the refs of the kinds begin with, such as {@code ADR-}
 * @param types as the feed has them
 */
record EventFilter(Set<String> projects, Set<String> prefixes, Set<String> types) {

    boolean matches(Entry entry) {
        return among(projects, entry.project())
                && among(types, entry.type())
                && (prefixes.isEmpty() || prefixes.stream().anyMatch(entry.ref()::startsWith));
    }

    private static boolean among(Set<String> wanted, String value) {
        return wanted.isEmpty() || wanted.contains(value);
    }
}

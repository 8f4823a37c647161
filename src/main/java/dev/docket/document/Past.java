package dev.docket.document;

import java.util.Set;
import java.util.TreeSet;

/**
 * What earlier revisions leave behind.
 *
 * @param authors the principals that wrote a revision which changed judged content
 * @param partIds every id that a part of the document has or ever had
 */
public record Past(Set<String> authors, Set<String> partIds) {

    static final Past NONE = new Past(Set.of(), Set.of());

    Past andAuthor(String author) {
        return new Past(with(authors, author), partIds);
    }

    Past andParts(Set<String> ids) {
        return new Past(authors, ids);
    }

    private static Set<String> with(Set<String> set, String element) {
        Set<String> more = new TreeSet<>(set);
        more.add(element);
        return more;
    }
}

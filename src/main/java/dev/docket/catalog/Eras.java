package dev.docket.catalog;

import dev.docket.api.Select;
import dev.docket.document.Labels;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Documents that came one after the other are of one era, which is a word of theirs too. So the newest matches are found
 * without a look at all matches: the index intersects the words with the newest eras. They are few at each step, and
 * larger at the next, for the index looks at each of them for each match.
 */
final class Eras {

    /** All documents, whatever their era. */
    static final String ALL = "";

    private static final int NEWEST = 4;

    private Eras() {}

    /**
     * Which eras to look through, step by step, until there are enough matches, each as a text search query: the newest few
     * of each size that parts the documents at all, and then {@link #ALL}.
     */
    static List<String> steps(DataSource database) {
        long last = Select.of("SELECT coalesce(max(document_id), 0) FROM document_search")
                .first(database, row -> row.getLong(1))
                .orElseThrow();
        return Stream.concat(
                        Labels.ERAS.stream().filter(size -> last >> size > 0).map(size -> newest(size, last >> size)),
                        Stream.of(ALL))
                .toList();
    }

    private static String newest(int size, long last) {
        return LongStream.rangeClosed(Math.max(0, last - NEWEST + 1), last)
                .mapToObj(era -> "'" + Labels.MARK + Labels.era(size, era) + "'")
                .collect(Collectors.joining("|"));
    }

    /** The ids of the documents that the text search query finds, in no order; as a table that nothing else is mixed into. */
    static Select matches(String columns, String query, String step) {
        return Select.of(
                "SELECT " + columns + " FROM document_search s WHERE s.words @@ CAST(? AS tsquery) OFFSET 0",
                step.equals(ALL) ? query : "(" + query + ")&(" + step + ")");
    }
}

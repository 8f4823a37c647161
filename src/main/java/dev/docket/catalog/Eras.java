package dev.docket.catalog;

import dev.docket.api.Select;
import dev.docket.document.Labels;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Documents that came one after the other are of one era, which is a word of theirs too. So the newest matches are found
 * without a look at all matches: the index intersects the words with the newest eras. They are few at each step, and
 * larger at the next, for the index looks at each of them for each match.
 */
final class Eras {

    /** All documents, whatever their era. */
    static final int ALL = 0;

    private static final int NEWEST = 4;

    private Eras() {}

    /**
     * Which eras to look through, step by step, until there are enough matches: the newest few of each size that parts the
     * documents at all, and then {@link #ALL}.
     */
    static List<Integer> steps(DataSource database) {
        long last = Select.of("SELECT coalesce(max(document_id), 0) FROM document_search")
                .first(database, row -> row.getLong(1))
                .orElseThrow();
        return Stream.concat(Labels.ERAS.stream().filter(size -> last >> size > 0), Stream.of(ALL))
                .toList();
    }

    /** The ids of the documents that the text search query finds, in no order; as a table that nothing else is mixed into. */
    static Select matches(String columns, String query, int step) {
        Select matches =
                Select.of("SELECT " + columns + " FROM document_search s WHERE s.words @@ (CAST(? AS tsquery)", query);
        if (step != ALL) {
            matches.add(" && " + newest(step));
        }
        return matches.add(") OFFSET 0");
    }

    /** A text search query for any of the newest eras of that size. */
    private static String newest(int size) {
        return """
                (SELECT CAST(string_agg('''%s''', '|') AS tsquery)
                 FROM generate_series(0, %d) AS back,
                   (SELECT max(document_id) >> %d AS era FROM document_search) AS newest)
                """.formatted(Labels.MARK + Labels.era(size, "' || newest.era - back || '"), NEWEST - 1, size);
    }
}

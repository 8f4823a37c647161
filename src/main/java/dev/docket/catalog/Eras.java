package dev.docket.catalog;

import dev.docket.api.Deadline;
import dev.docket.api.Select;
import dev.docket.document.Labels;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Documents that came one after the other are of one era, which is a word of theirs too. So the newest matches are found
 * without a look at all matches: the index intersects the words with the newest eras. They are few at each step, and
 * larger at the next, for the index looks at each of them for each match. Made for one request, which is answered as of
 * one last document.
 */
final class Eras {

    /** All documents, whatever their era. */
    static final String ALL = "";

    private static final int NEWEST = 4;

    private final DataSource database;
    private final Deadline deadline = Deadline.now();
    private @Nullable List<String> steps;

    Eras(DataSource database) {
        this.database = database;
    }

    /**
     * What there is among the newest documents, of which more and more are looked through until it is enough; of all of
     * them at last. 503 where the steps together, of all that this request looks for, take longer than a statement may.
     *
     * @param query makes the query of a step, which is a text search query
     */
    <T> List<T> newest(Function<String, Select> query, Select.Reading<T> reading, Predicate<List<T>> enough) {
        List<T> found = List.of();
        for (String step : steps()) {
            found = query.apply(step).list(database, deadline, reading);
            if (enough.test(found)) {
                break;
            }
        }
        return found;
    }

    /** The newest few of each size that parts the documents at all, and then {@link #ALL}. */
    private List<String> steps() {
        if (steps == null) {
            long last = Select.of("SELECT coalesce(max(document_id), 0) FROM document_search")
                    .first(database, row -> row.getLong(1))
                    .orElseThrow();
            steps = Stream.concat(
                            Labels.ERAS.stream()
                                    .filter(size -> last >> size > 0)
                                    .map(size -> newest(size, last >> size)),
                            Stream.of(ALL))
                    .toList();
        }
        return steps;
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

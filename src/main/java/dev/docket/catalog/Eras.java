package dev.docket.catalog;

import dev.docket.api.Deadline;
import dev.docket.api.Select;
import dev.docket.document.Labels;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Documents that came one after the other are of one era, which is a word of theirs too. So the newest matches are found
 * without a look at all matches: the index intersects the words with the newest two eras of one size, of which it looks at
 * each for each match. How many match there tells of which size they should be. Made for one request, which is answered as
 * of one last document.
 */
final class Eras {

    private static final int NEWEST = 2;

    private final DataSource database;
    private final Deadline deadline = Deadline.now();
    private @Nullable List<Step> steps;

    Eras(DataSource database) {
        this.database = database;
    }

    /**
     * The newest documents to look through.
     *
     * @param eras as a text search query; empty for all documents
     * @param documents how many they are
     */
    record Step(String eras, long documents) {

        static final Step ALL = new Step("", Long.MAX_VALUE);

        private static Step of(int size, long last) {
            long newest = last >> size;
            long oldest = Math.max(0, newest - NEWEST + 1);
            String eras = LongStream.rangeClosed(oldest, newest)
                    .mapToObj(era -> "'" + Labels.MARK + Labels.era(size, era) + "'")
                    .collect(Collectors.joining("|"));
            return new Step(eras, last - (oldest << size) + 1);
        }

        /** The documents that the text search query finds, in no order; as a table that nothing else is mixed into. */
        Select matches(String columns, String query) {
            return Select.of(
                    "SELECT " + columns + " FROM document_search s WHERE s.words @@ CAST(? AS tsquery) OFFSET 0",
                    eras.isEmpty() ? query : "(" + query + ")&(" + eras + ")");
        }
    }

    /**
     * What there is among the newest documents: first among so many as are wanted, then among so many as should have them,
     * of all of them at last. 503 where the steps together, of all that this request looks for, take longer than a statement
     * may.
     *
     * @param count how many there are in an answer to the query of a step
     */
    <T> List<T> newest(
            int wanted, ToIntFunction<List<T>> count, Function<Step, Select> query, Select.Reading<T> reading) {
        List<T> found = List.of();
        long enough = wanted;
        for (Step step : steps()) {
            if (step.documents() >= enough) {
                found = query.apply(step).list(database, deadline, reading);
                int met = count.applyAsInt(found);
                if (met >= wanted) {
                    break;
                }
                enough = met == 0 ? Step.ALL.documents() : step.documents() / met * wanted;
            }
        }
        return found;
    }

    /** The smallest first, then {@link Step#ALL}. */
    private List<Step> steps() {
        if (steps == null) {
            long last = Select.of("SELECT coalesce(max(document_id), 0) FROM document_search")
                    .first(database, row -> row.getLong(1))
                    .orElseThrow();
            steps = Stream.concat(
                            Labels.ERAS.stream()
                                    .filter(size -> last >> size > 0)
                                    .map(size -> Step.of(size, last)),
                            Stream.of(Step.ALL))
                    .toList();
        }
        return steps;
    }
}

package dev.docket.catalog;

import dev.docket.api.Deadline;
import dev.docket.api.Select;
import dev.docket.document.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Documents that came one after the other are of one era, which is a word of theirs too. So the newest matches are found
 * without a look at all matches: the index intersects the words with the newest two eras of one size, of which it looks at
 * each for each match. How many match there tells of which size they should be. Made for one request, whose looks together
 * take no longer than one statement may.
 */
final class Eras {

    private static final int NEWEST = 2;

    /** What is still wanted is rounded up to one of so many numbers, for each makes a statement of its own. */
    private static final int LIMITS = 4;

    private final DataSource database;
    private final Deadline deadline = Deadline.now();

    Eras(DataSource database) {
        this.database = database;
    }

    /**
     * Some of the newest documents, without those that were looked through already.
     *
     * @param eras as a text search query; empty for all documents
     * @param from the first id of the eras
     * @param before the first id that was looked through
     * @param wanted how many there should be at least of what is looked for
     */
    record Step(String eras, long from, long before, int wanted) {

        static final Step ALL = new Step("", 0, Long.MAX_VALUE, Integer.MAX_VALUE);

        private static Step of(int size, long last) {
            long newest = last >> size;
            long oldest = newest - NEWEST + 1;
            String eras = LongStream.rangeClosed(oldest, newest)
                    .mapToObj(era -> "'" + Labels.MARK + Labels.era(size, era) + "'")
                    .collect(Collectors.joining("|"));
            return new Step(eras, oldest << size, Long.MAX_VALUE, Integer.MAX_VALUE);
        }

        private Step left(long first, int more) {
            return new Step(eras, from, first, more);
        }

        /**
         * The documents that the text search query finds, in no order; as a table that nothing else is mixed into. The ids
         * are not to be looked up in their own index, which holds them all: so they are compared as a sum.
         */
        Select matches(String columns, String query) {
            return Select.of(
                    "SELECT " + columns
                            + " FROM document_search s WHERE s.words @@ CAST(? AS tsquery) AND s.document_id + 0 < ? OFFSET 0",
                    eras.isEmpty() ? query : "(" + query + ")&(" + eras + ")",
                    before);
        }
    }

    /**
     * What there is among the newest documents: first among so many as are wanted, then among so many as should have them,
     * of all of them at last. 503 where that takes too long.
     *
     * @param query makes the query of a step, which has a limit of so many as it wants; together they may be more
     */
    <T> List<T> newest(int wanted, Function<Step, Select> query, Select.Reading<T> reading) {
        long last = last();
        long before = Long.MAX_VALUE;
        long enough = wanted;
        List<T> found = new ArrayList<>();
        for (Step step : steps(last)) {
            long documents = last - step.from() + 1;
            if (step.from() == 0 || documents >= enough) {
                found.addAll(query.apply(step.left(before, limit(wanted, found.size())))
                        .list(database, deadline, reading));
                if (found.size() >= wanted) {
                    break;
                }
                before = step.from();
                enough = found.isEmpty() ? Long.MAX_VALUE : documents / found.size() * wanted;
            }
        }
        return found;
    }

    private static int limit(int wanted, int found) {
        int part = (wanted + LIMITS - 1) / LIMITS;
        return (wanted - found + part - 1) / part * part;
    }

    private long last() {
        return Select.of("SELECT coalesce(max(document_id), 0) FROM document_search")
                .first(database, row -> row.getLong(1))
                .orElseThrow();
    }

    /** The smallest first; those of all documents last. */
    private static List<Step> steps(long last) {
        return Stream.concat(
                        Labels.ERAS.stream()
                                .filter(size -> last >> size >= NEWEST)
                                .map(size -> Step.of(size, last)),
                        Stream.of(Step.ALL))
                .toList();
    }
}

package dev.docket.catalog;

import dev.docket.api.Select;
import dev.docket.document.Labels;

/**
 * Documents that came one after the other are of one era, which is a word of theirs too. So the newest matches are found
 * without a look at all matches: the index intersects the words with the newest eras.
 */
final class Eras {

    /** How many of the newest eras to look through, step by step, until there are enough matches; 0: all. */
    static final int[] STEPS = {4, 64, 0};

    private static final String NEWEST = "(SELECT max(document_id) FROM document_search) / " + Labels.ERA;

    /** A text search query for any of the newest eras. */
    private static final String ANY = """
            (SELECT CAST(string_agg('''%sera:' || era || '''', '|') AS tsquery)
             FROM generate_series(%s - %%d, %s) AS era)
            """.formatted(Labels.MARK, NEWEST, NEWEST);

    private Eras() {}

    /** The ids of the documents that the text search query finds, in no order; as a table that nothing else is mixed into. */
    static Select matches(String columns, String query, int eras) {
        Select matches =
                Select.of("SELECT " + columns + " FROM document_search s WHERE s.words @@ (CAST(? AS tsquery)", query);
        if (eras > 0) {
            matches.add(" && " + ANY.formatted(eras - 1));
        }
        return matches.add(") OFFSET 0");
    }
}

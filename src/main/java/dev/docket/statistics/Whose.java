package dev.docket.statistics;

import dev.docket.access.Caller;
import dev.docket.api.Select;
import dev.docket.project.Projects;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The projects that statistics are of.
 *
 * @param project one of them, or {@link Months#ALL}
 * @param hidden the ids of those of all that do not count; null where there are none
 */
record Whose(long project, @Nullable Select hidden) {

    /** Its two parameters in their order: all, and the names of the caller. */
    private static final String HIDDEN =
            "SELECT p.id FROM project p WHERE NOT " + Projects.READABLE.replaceAll(":[a-z]+", "?");

    static Whose project(long id) {
        return new Whose(id, null);
    }

    /** All that the caller may read. */
    static Whose all(Caller caller) {
        return new Whose(
                Months.ALL, caller.readsEverything() ? null : Select.of(HIDDEN, false, Arrays.asList(caller.names())));
    }

    /**
     * The rows of a table of months, with the sign 1; and with -1 what is to be taken off, in as few rows. The hidden
     * projects are put into an array first, or else their rows may be looked for among those of all.
     *
     * @param by the columns that rows are told apart by
     * @param counted what is wanted of the row of a project
     * @param sum the same of the rows of many
     */
    Select months(String table, String by, String counted, String sum) {
        Select rows = Select.of(
                "(SELECT 1 AS sign, %s, %s FROM %s WHERE project_id = ?".formatted(by, counted, table), project);
        if (hidden != null) {
            rows.add(" UNION ALL SELECT -1, %s, %s FROM %s WHERE project_id = ANY (ARRAY(".formatted(by, sum, table))
                    .add(hidden)
                    .add(")) GROUP BY " + by);
        }
        return rows.add(") AS months");
    }

    /** The condition on the project of a document. */
    Select documents() {
        if (project != Months.ALL) {
            return Select.of("project_id = ?", project);
        }
        return hidden == null
                ? Select.of("true")
                : Select.of("project_id NOT IN (").add(hidden).add(")");
    }
}

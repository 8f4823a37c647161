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
     * The rows of a table of months: those that count with the sign 1, those that are to be taken off with -1. The hidden
     * projects are put into an array first, or else their rows may be looked for among those of all.
     */
    Select months(String table) {
        Select rows = Select.of("(SELECT 1 AS sign, * FROM " + table + " WHERE project_id = ?", project);
        if (hidden != null) {
            rows.add(" UNION ALL SELECT -1, * FROM " + table + " WHERE project_id = ANY (ARRAY(")
                    .add(hidden)
                    .add("))");
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

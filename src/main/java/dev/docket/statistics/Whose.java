package dev.docket.statistics;

import dev.docket.access.Caller;
import dev.docket.api.Select;
import dev.docket.project.Projects;
import java.util.Arrays;

/** The projects that statistics are of: the condition on a row's {@code project_id}. */
record Whose(Select condition) {

    /** Its two parameters in their order: all, and the names of the caller. */
    private static final String HIDDEN = "project_id NOT IN (SELECT p.id FROM project p WHERE NOT "
            + Projects.READABLE.replaceAll(":[a-z]+", "?") + ")";

    static Whose project(long id) {
        return new Whose(Select.of("project_id = ?", id));
    }

    /** All that the caller may read. */
    static Whose all(Caller caller) {
        return new Whose(
                caller.readsEverything() ? Select.of("true") : Select.of(HIDDEN, false, Arrays.asList(caller.names())));
    }
}

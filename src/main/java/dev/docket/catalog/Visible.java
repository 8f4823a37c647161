package dev.docket.catalog;

import dev.docket.access.Caller;
import dev.docket.api.Select;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * What a caller may read, said once for lists, searches, counts and streams. It is asked for before the list, so that
 * the list is made of ranges of an index and asks no project for every document.
 */
@ApplicationScoped
class Visible {

    private static final String MEMBER =
            "EXISTS (SELECT 1 FROM member m WHERE m.project_id = p.id AND m.principal = ANY (?))";

    private final DataSource database;

    Visible(DataSource database) {
        this.database = database;
    }

    /** Those of the projects, or all where none is named, that the caller may read now. */
    Scope of(Caller caller, List<String> projects) {
        return projects.isEmpty() ? everywhere(caller) : among(caller, projects);
    }

    private Scope everywhere(Caller caller) {
        List<Long> hidden = caller.readsEverything()
                ? List.of()
                : Select.of(
                                "SELECT p.id FROM project p WHERE p.visibility = 'restricted' AND NOT " + MEMBER,
                                names(caller))
                        .list(database, row -> row.getLong(1));
        return new Scope(true, List.of(), List.of(), hidden);
    }

    private Scope among(Caller caller, List<String> projects) {
        List<Map.Entry<String, Long>> readable = Select.of(
                        "SELECT p.key, p.id FROM project p WHERE p.key = ANY (?) AND (? OR p.visibility = 'internal' OR "
                                + MEMBER + ") ORDER BY p.key",
                        projects,
                        caller.readsEverything(),
                        names(caller))
                .list(database, row -> Map.entry(row.getString(1), row.getLong(2)));
        return new Scope(
                false,
                readable.stream().map(Map.Entry::getKey).toList(),
                readable.stream().map(Map.Entry::getValue).toList(),
                List.of());
    }

    private static List<String> names(Caller caller) {
        return Arrays.asList(caller.names());
    }
}

package dev.docket.project;

import dev.docket.access.Caller;
import dev.docket.api.Select;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * What a caller may read, said once for lists, searches, counts, streams and registers. It is asked for before the list, so
 * that the list is made of ranges of an index and asks no project for every document.
 */
@ApplicationScoped
public class Visible {

    /**
     * Where some projects are hidden and no more than so many are not, the list is of these, as if they had been named: it
     * would pass over too much of what is hidden else.
     */
    static final int FEW = 100;

    private static final String MEMBER =
            "EXISTS (SELECT 1 FROM member m WHERE m.project_id = p.id AND m.principal = ANY (?))";

    private static final String READABLE = """
            SELECT p.key, p.id FROM (
              (SELECT id FROM project WHERE visibility = 'internal' LIMIT %1$d)
              UNION (SELECT project_id FROM member WHERE principal = ANY (?) LIMIT %1$d)) AS own
            JOIN project p USING (id) ORDER BY p.key
            """;

    private final DataSource database;
    private final int few;

    @Inject
    Visible(DataSource database) {
        this(database, FEW);
    }

    Visible(DataSource database, int few) {
        this.database = database;
        this.few = few;
    }

    /** Those of the projects, or all where none is named, that the caller may read now. */
    public Scope of(Caller caller, List<String> projects) {
        return projects.isEmpty() ? everywhere(caller) : among(caller, projects);
    }

    private Scope everywhere(Caller caller) {
        List<Long> hidden = caller.readsEverything()
                ? List.of()
                : Select.of(
                                "SELECT p.id FROM project p WHERE p.visibility = 'restricted' AND NOT " + MEMBER,
                                names(caller))
                        .list(database, row -> row.getLong(1));
        if (!hidden.isEmpty()) {
            Scope readable = named(Select.of(READABLE.formatted(few + 1), names(caller)));
            if (readable.ids().size() <= few) {
                return readable;
            }
        }
        return new Scope(true, List.of(), List.of(), hidden);
    }

    private Scope among(Caller caller, List<String> projects) {
        return named(Select.of(
                "SELECT p.key, p.id FROM project p WHERE p.key = ANY (?) AND (? OR p.visibility = 'internal' OR "
                        + MEMBER + ") ORDER BY p.key",
                projects,
                caller.readsEverything(),
                names(caller)));
    }

    private Scope named(Select projects) {
        List<Map.Entry<String, Long>> readable =
                projects.list(database, row -> Map.entry(row.getString(1), row.getLong(2)));
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

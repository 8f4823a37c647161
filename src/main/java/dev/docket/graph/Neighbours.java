package dev.docket.graph;

import dev.docket.access.Caller;
import dev.docket.api.Select;
import dev.docket.document.Address;
import dev.docket.document.Labels;
import dev.docket.project.Projects;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The steps of a walk: each is one statement for many documents, along indexes, and answers so many rows at most. Limits
 * are numbers in the text, for the plan depends on them.
 */
@ApplicationScoped
class Neighbours {

    /** Its two parameters in their order: all, and the names of the caller. */
    private static final String READABLE = Projects.READABLE.replaceAll(":[a-z]+", "?");

    private static final String ONE = "SELECT " + Found.COLUMNS
            + " FROM project p JOIN document d ON d.project_id = p.id"
            + " WHERE p.key = ? AND d.kind = ? AND d.number = ? AND " + READABLE;

    /** In the order of numbers: for each kind and status a range of one index. */
    private static final String OF_PROJECT = "SELECT " + Found.COLUMNS + """
             FROM unnest(?) AS a (label) CROSS JOIN unnest(?) AS b (status)
            CROSS JOIN LATERAL (
              SELECT l.document_id FROM document_label l WHERE l.label = a.label AND l.status = b.status
              ORDER BY l.number DESC LIMIT %1$d) AS hit
            JOIN document d ON d.id = hit.document_id JOIN project p ON p.id = d.project_id
            ORDER BY d.number DESC, d.id DESC LIMIT %1$d
            """;

    private static final String TARGET = "JOIN project t ON t.key = l.target_project JOIN document d"
            + " ON d.project_id = t.id AND d.kind = l.target_kind AND d.number = l.target_number ";

    private static final String OWN = "SELECT " + Found.COLUMNS
            + " FROM (SELECT d.id FROM unnest(?) AS f (id)"
            + " JOIN document_link l ON l.document_id = f.id AND l.rel = ANY (?) " + TARGET;

    /** Of those that point at a document only the newest are looked at: it may be very many. */
    private static final String OTHERS = """
            UNION SELECT s.id FROM unnest(?, ?, ?) AS f (project, kind, number) CROSS JOIN LATERAL (
              SELECT DISTINCT l.document_id AS id FROM document_link l
              JOIN document d ON d.id = l.document_id JOIN project p ON p.id = d.project_id
              WHERE l.target_project = f.project AND l.target_kind = f.kind AND l.target_number = f.number
                AND l.rel = ANY (?) AND\s""";

    private static final String NEAR = " ORDER BY l.document_id DESC LIMIT %d) AS s) AS near"
            + " JOIN document d ON d.id = near.id JOIN project p ON p.id = d.project_id WHERE ";

    private static final String AMONG = "SELECT DISTINCT l.document_id, l.rel, d.id FROM unnest(?) AS f (id)"
            + " JOIN document_link l ON l.document_id = f.id AND l.rel = ANY (?) " + TARGET
            + "WHERE d.id <> l.document_id AND d.id IN (SELECT unnest(?)) LIMIT ";

    private final DataSource database;

    Neighbours(DataSource database) {
        this.database = database;
    }

    /** The document, where there is one that the caller may read. */
    Optional<Found> one(Address address, Caller caller) {
        return Select.of(
                        ONE,
                        address.project(),
                        address.kind().json(),
                        address.number(),
                        caller.readsEverything(),
                        Arrays.asList(caller.names()))
                .first(database, row -> Found.of(row, 0));
    }

    /** The documents of a project that match, those with the highest numbers first. */
    List<Found> ofProject(String key, Filter filter, int limit) {
        List<String> labels =
                filter.kinds().stream().map(kind -> Labels.of(kind, key)).toList();
        return Select.of(OF_PROJECT.formatted(limit), labels, filter.statusNames())
                .list(database, row -> Found.of(row, 0));
    }

    /** What is one edge away from any of those, matches, and may be read; the newest first. */
    List<Found> near(List<Found> those, Towards towards, Filter filter, Caller caller, int limit) {
        Select wanted = Select.of(
                "d.kind = ANY (?) AND d.status = ANY (?) AND " + READABLE,
                filter.kindNames(),
                filter.statusNames(),
                caller.readsEverything(),
                Arrays.asList(caller.names()));
        List<Address> addresses = those.stream().map(Found::address).toList();
        int distance = those.get(0).distance() + 1;
        return Select.of(OWN, those.stream().map(Found::id).toList(), filter.own(towards))
                .add(
                        OTHERS,
                        addresses.stream().map(Address::project).toList(),
                        addresses.stream().map(each -> each.kind().json()).toList(),
                        addresses.stream().map(Address::number).toList(),
                        filter.others(towards))
                .add(wanted)
                .add(NEAR.formatted(limit))
                .add(wanted)
                .add(" ORDER BY d.id DESC LIMIT " + limit)
                .list(database, row -> Found.of(row, distance));
    }

    /** What the links of those say about each other. */
    List<Tie> among(Collection<Long> those, Filter filter, int limit) {
        List<Long> ids = List.copyOf(those);
        return Select.of(AMONG + limit, ids, filter.own(Towards.BOTH), ids)
                .list(database, row -> Tie.of(row.getLong(1), row.getString(2), row.getLong(3)));
    }
}

package dev.docket.catalog;

import dev.docket.api.Select;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Counts the values of what matches: of everything up to 10,000 documents, and of 10,000 of them beyond. */
@ApplicationScoped
class FacetCounts {

    static final int COUNTED = 10_000;
    static final int VALUES = 200;

    private static final String HIT = "s.project_id, s.status, s.tags";

    private static final Map<String, String> FACETS = Map.of(
            "status", "SELECT 'status', status, count(*) FROM counted GROUP BY status",
            "project",
                    "SELECT 'project', p.key, counts.n FROM (SELECT project_id, count(*) AS n FROM counted "
                            + "GROUP BY project_id) AS counts JOIN project p ON p.id = counts.project_id "
                            + "ORDER BY counts.n DESC, p.key COLLATE \"C\" LIMIT " + VALUES,
            "tag",
                    "SELECT 'tag', tag, count(*) FROM counted CROSS JOIN unnest(counted.tags) AS tag "
                            + "GROUP BY tag ORDER BY count(*) DESC, tag COLLATE \"C\" LIMIT " + VALUES);

    /** The names that can be asked for. */
    static final Set<String> NAMES = FACETS.keySet();

    private final DataSource database;
    private final Pages pages;

    FacetCounts(DataSource database, Pages pages) {
        this.database = database;
        this.pages = pages;
    }

    private record Counted(String facet, String value, int count) {

        static final Comparator<Counted> MOST_FREQUENT =
                Comparator.comparingInt(Counted::count).reversed().thenComparing(Counted::value);

        static Counted of(ResultSet row) throws SQLException {
            return new Counted(row.getString(1), row.getString(2), row.getInt(3));
        }
    }

    /** Counts the facets of that name over what the search found, or over all that is asked for where there was none. */
    Facets count(Asked asked, Eras eras, Order order, Ranking.@Nullable Found found, List<String> names) {
        if (asked.hopeless()) {
            return facets(List.of(new Counted("", "", 0)), names);
        }
        if (found != null) {
            return found.more()
                    ? searched(asked, eras, found, names)
                    : facets(run(names, of(among(found.ids()))), names);
        }
        if (!asked.isAllLabels()) {
            return facets(run(names, of(pages.page(asked, eras, order, null, COUNTED + 1))), names);
        }
        return asked.labels().isEmpty()
                ? facets(run(names, newest(asked)), names)
                : stepwise(eras, names, step -> indexed(asked, asked.labels(), step));
    }

    /** What the search found and more: it ranked only the newest. */
    private Facets searched(Asked asked, Eras eras, Ranking.Found found, List<String> names) {
        if (found.query().isEmpty()) {
            return facets(run(names, of(Ranking.all(asked, found, Eras.ALL, COUNTED + 1))), names);
        }
        return found.ref() == null && asked.isAllLabels()
                ? stepwise(eras, names, step -> indexed(asked, asked.wordsAnd(found.query()), step))
                : stepwise(eras, names, step -> of(Ranking.all(asked, found, step, COUNTED + 1)));
    }

    /** Among more and more of the newest documents, until enough of them match. */
    private Facets stepwise(Eras eras, List<String> names, Function<String, Select> hits) {
        return facets(
                eras.newest(
                        step -> counts(names, hits.apply(step)),
                        Counted::of,
                        counted -> counted.get(0).count() > COUNTED),
                names);
    }

    private static Select indexed(Asked asked, String query, String step) {
        return Select.of("SELECT * FROM (")
                .add(Eras.matches(HIT, query, step))
                .add(") AS s WHERE ")
                .add(asked.hidden("s").plain());
    }

    private static Select among(List<Long> ids) {
        return Select.of("SELECT id FROM unnest(CAST(? AS bigint[])) AS f(id)", ids);
    }

    /** One look into the index for each id, whatever the planner thinks of so many. */
    private static Select of(Select ids) {
        return Select.of("SELECT " + HIT + " FROM (")
                .add(ids)
                .add(") AS found CROSS JOIN LATERAL "
                        + "(SELECT x.* FROM document_search x WHERE x.document_id = found.id OFFSET 0) AS s");
    }

    private static Select newest(Asked asked) {
        return Select.of("SELECT " + HIT + " FROM document_search s WHERE ")
                .add(asked.hidden("s").unseen())
                .add(" ORDER BY s.document_id DESC");
    }

    private List<Counted> run(List<String> names, Select hits) {
        return counts(names, hits).list(database, Counted::of);
    }

    /** The number of hits comes first. */
    private static Select counts(List<String> names, Select hits) {
        Select counts = Select.of("WITH hit AS MATERIALIZED (")
                .add(hits)
                .add(" LIMIT " + (COUNTED + 1) + "), counted AS NOT MATERIALIZED (SELECT * FROM hit LIMIT " + COUNTED
                        + ") ")
                .add("SELECT '', '', count(*) FROM hit");
        names.forEach(name -> counts.add(" UNION ALL (" + FACETS.get(name) + ")"));
        return counts;
    }

    private static Facets facets(List<Counted> counted, List<String> names) {
        int hits = counted.get(0).count();
        Map<String, List<Facets.Count>> facets = new HashMap<>();
        for (String name : names) {
            facets.put(
                    name,
                    counted.stream()
                            .filter(each -> each.facet().equals(name))
                            .sorted(Counted.MOST_FREQUENT)
                            .map(each -> new Facets.Count(each.value(), each.count()))
                            .toList());
        }
        return new Facets(
                Math.min(hits, COUNTED),
                hits <= COUNTED,
                facets.get("status"),
                facets.get("tag"),
                facets.get("project"));
    }
}

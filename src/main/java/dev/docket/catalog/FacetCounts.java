package dev.docket.catalog;

import dev.docket.api.Select;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Counts the values of what matches: of everything up to 10,000 documents, and of 10,000 of them beyond. The database only
 * tells the values of each, for grouping them three times takes it three times as long as reading them.
 */
@ApplicationScoped
class FacetCounts {

    static final int COUNTED = 10_000;
    static final int VALUES = 200;

    /** The names that can be asked for. */
    static final Set<String> NAMES = Set.of("status", "tag", "project");

    private static final String HIT = "s.project_id, s.status, array_to_string(s.tags, ',')";

    private static final Comparator<Facets.Count> MOST_FREQUENT =
            Comparator.comparingInt(Facets.Count::count).reversed().thenComparing(Facets.Count::value);

    private final DataSource database;
    private final Pages pages;

    FacetCounts(DataSource database, Pages pages) {
        this.database = database;
        this.pages = pages;
    }

    /** @param tags parted by commas, which no tag has in it */
    private record Hit(long project, String status, String tags) {

        static Hit of(ResultSet row) throws SQLException {
            return new Hit(row.getLong(1), row.getString(2), row.getString(3));
        }

        Stream<String> eachTag() {
            return tags.isEmpty() ? Stream.of() : Arrays.stream(tags.split(",", -1));
        }
    }

    /** Counts the facets of that name over what the search found, or over all that is asked for where there was none. */
    Facets count(Asked asked, Eras eras, Order order, Ranking.@Nullable Found found, List<String> names) {
        List<Hit> hits = asked.hopeless() ? List.of() : hits(asked, eras, order, found);
        List<Hit> counted = hits.subList(0, Math.min(hits.size(), COUNTED));
        return new Facets(
                counted.size(),
                hits.size() <= COUNTED,
                names.contains("status") ? frequent(counted(counted.stream().map(Hit::status))) : null,
                names.contains("tag") ? frequent(counted(counted.stream().flatMap(Hit::eachTag))) : null,
                names.contains("project")
                        ? frequent(byKey(counted(counted.stream().map(Hit::project))))
                        : null);
    }

    /** One more than are counted, where there are so many. */
    private List<Hit> hits(Asked asked, Eras eras, Order order, Ranking.@Nullable Found found) {
        if (found != null) {
            return found.more() ? searched(asked, eras, found) : read(of(among(found.ids())));
        }
        if (!asked.isAllLabels()) {
            return read(of(pages.page(asked, eras, order, null, COUNTED + 1)));
        }
        return asked.labels().isEmpty()
                ? read(newest(asked))
                : among(eras, step -> indexed(asked, asked.labels(), step));
    }

    /** What the search found and more: it ranked only the newest. */
    private List<Hit> searched(Asked asked, Eras eras, Ranking.Found found) {
        if (found.ref() != null) {
            return read(of(Ranking.all(asked, found, found.ref(), COUNTED + 1)));
        }
        return asked.isAllLabels()
                ? among(eras, step -> indexed(asked, asked.wordsAnd(found.query()), step))
                : among(eras, step -> of(Ranking.matches(asked, found.query(), step)));
    }

    private static List<Hit> among(Eras eras, Function<Eras.Step, Select> hits) {
        return eras.newest(COUNTED + 1, step -> hits.apply(step).add(" LIMIT " + step.wanted()), Hit::of);
    }

    private List<Hit> read(Select hits) {
        return hits.add(" LIMIT " + (COUNTED + 1)).list(database, Hit::of);
    }

    private static Select indexed(Asked asked, String query, Eras.Step step) {
        return Select.of("SELECT * FROM (")
                .add(step.matches(HIT, query))
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

    private static <T> Map<T, Integer> counted(Stream<T> values) {
        return values.collect(Collectors.toMap(Function.identity(), value -> 1, Integer::sum));
    }

    /** By the keys of projects, of those that may be among the most frequent. */
    private Map<String, Integer> byKey(Map<Long, Integer> projects) {
        int least = projects.values().stream()
                .sorted(Comparator.reverseOrder())
                .skip(VALUES - 1)
                .findFirst()
                .orElse(1);
        List<Long> frequent = projects.keySet().stream()
                .filter(project -> projects.getOrDefault(project, 0) >= least)
                .toList();
        return Select.of("SELECT id, key FROM project WHERE id = ANY (CAST(? AS bigint[]))", frequent)
                .list(database, row -> Map.entry(row.getString(2), projects.getOrDefault(row.getLong(1), 0)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<Facets.Count> frequent(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(each -> new Facets.Count(each.getKey(), each.getValue()))
                .sorted(MOST_FREQUENT)
                .limit(VALUES)
                .toList();
    }
}

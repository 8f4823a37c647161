package dev.docket.catalog;

import dev.docket.api.Keyset;
import dev.docket.api.Select;
import dev.docket.document.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Full text search: the newest matches, the best of them first, those whose very ref was asked for before all others. */
@ApplicationScoped
class Ranking {

    /** So many are ranked. */
    static final int MOST = 1_000;

    /** Above any rank that words can have. */
    private static final double EXACT = 2;

    private static final Comparator<Match> BEST =
            Comparator.comparingDouble(Match::rank).thenComparingLong(Match::id).reversed();

    private final DataSource database;

    Ranking(DataSource database) {
        this.database = database;
    }

    /** @param rank 0 to 1, or {@link #EXACT} */
    record Match(long id, double rank) {}

    /**
     * What was found.
     *
     * @param query the words as a text search query; empty when there is none among them
     * @param ref what was searched for, where it can be read as a ref
     * @param best the matches, at most {@link #MOST}, best first
     * @param more whether there are more, which are older
     */
    record Found(String query, @Nullable Ref ref, List<Match> best, boolean more) {

        List<Long> ids() {
            return best.stream().map(Match::id).toList();
        }

        /** The matches that come after the end of a page. */
        List<Match> after(Keyset.@Nullable End end) {
            return end == null
                    ? best
                    : best.stream()
                            .filter(match -> BEST.compare(match, new Match((long) end.at(1), (double) end.at(0))) > 0)
                            .toList();
        }
    }

    /** The documents that match the words and all else that is asked. */
    Found find(Asked asked, Eras eras, String words) {
        String query = query(words);
        Ref ref = Ref.parse(words);
        List<Match> matches = query.isEmpty() ? List.of() : newest(asked, eras, query);
        Map<Long, Match> best = new LinkedHashMap<>();
        Stream.concat(
                        ref == null ? Stream.of() : exact(asked, ref).stream(),
                        matches.stream().limit(MOST))
                .forEach(match -> best.putIfAbsent(match.id(), match));
        return new Found(
                query,
                ref,
                best.values().stream().sorted(BEST).limit(MOST).toList(),
                matches.size() > MOST || best.size() > MOST);
    }

    /** The newest first; one more than are ranked, where there is one. */
    private List<Match> newest(Asked asked, Eras eras, String query) {
        return eras
                .newest(
                        MOST + 1,
                        step -> ranked(asked, query, step),
                        row -> new Match(row.getLong(1), row.getDouble(2)))
                .stream()
                .sorted(Comparator.comparingLong(Match::id).reversed())
                .limit(MOST + 1)
                .toList();
    }

    private String query(String words) {
        return Select.of("SELECT CAST(websearch_to_tsquery('pg_catalog.english', ?) AS text)", Words.normal(words))
                .first(database, row -> row.getString(1))
                .orElseThrow();
    }

    /**
     * The newest matches of those eras, so many as are wanted, with their rank: as float8, for the driver reads the
     * text of a float4 as another number than its bytes, and cursors hold it.
     */
    private static Select ranked(Asked asked, String query, Eras.Step step) {
        return Select.of("SELECT hit.id, CAST(ts_rank(hit.words, CAST(? AS tsquery)) AS float8) FROM (", query)
                .add(matches("s.document_id AS id, s.words", asked, query, step))
                .add(" ORDER BY s.document_id DESC LIMIT " + step.wanted() + ") AS hit");
    }

    /** The ids of the matches of those eras. */
    static Select matches(Asked asked, String query, Eras.Step step) {
        return matches("s.document_id AS id", asked, query, step);
    }

    private static Select matches(String columns, Asked asked, String query, Eras.Step step) {
        Select matches = Select.of("SELECT " + columns + " FROM (")
                .add(step.matches("s.document_id, s.project_id, s.words", asked.wordsAnd(query)))
                .add(") AS s ");
        return asked.isAllLabels()
                ? matches.add("WHERE ").add(asked.hidden("s").plain())
                : matches.add("JOIN document d ON d.id = s.document_id WHERE ")
                        .add(asked.conditions().plain());
    }

    /** The ids of all that matches, with those of that very ref, so many at most. */
    static Select all(Asked asked, Found found, Ref ref, int most) {
        Select named = named(asked, ref).add(" LIMIT " + most);
        return found.query().isEmpty()
                ? named
                : Select.of("(")
                        .add(named)
                        .add(") UNION (")
                        .add(matches(asked, found.query(), Eras.Step.ALL))
                        .add(" LIMIT " + most + ")");
    }

    private List<Match> exact(Asked asked, Ref ref) {
        return named(asked, ref)
                .add(" ORDER BY d.id DESC LIMIT " + (MOST + 1))
                .list(database, row -> new Match(row.getLong(1), EXACT));
    }

    private static Select named(Asked asked, Ref ref) {
        Select named = Select.of(
                "SELECT d.id FROM (SELECT x.* FROM document x WHERE x.number = ? OFFSET 0) AS d WHERE ", ref.number());
        if (ref.kind() != null) {
            named.add("d.kind = ? AND ", ref.kind().json());
        }
        if (ref.project() != null) {
            named.add("d.project_id = (SELECT id FROM project WHERE key = ?) AND ", ref.project());
        }
        return named.add(asked.conditions().plain());
    }
}

package dev.docket.catalog;

import dev.docket.api.Keyset;
import dev.docket.api.Select;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Lists of documents: keyset pages along indexes, never an offset; each statement is short and for itself. */
@ApplicationScoped
class Lists {

    private final DataSource database;
    private final Pages pages;
    private final Ranking ranking;
    private final FacetCounts facets;
    private final AsOf past;
    private final Snippets snippets;

    Lists(DataSource database, Pages pages, Ranking ranking, FacetCounts facets, AsOf past, Snippets snippets) {
        this.database = database;
        this.pages = pages;
        this.ranking = ranking;
        this.facets = facets;
        this.past = past;
        this.snippets = snippets;
    }

    /** The page that is asked for; 503 where finding it takes too long. */
    DocumentPage list(Question question) {
        Reading list = read(question);
        List<Rows.Row> rows = list.next(question.limit() + 1);
        boolean last = rows.size() <= question.limit();
        List<Rows.Row> shown = last ? rows : rows.subList(0, question.limit());
        return new DocumentPage(
                shown.stream().flatMap(Rows.Row::shown).toList(),
                last
                        ? null
                        : question.cursors()
                                .after(shown.get(shown.size() - 1).end().text()),
                list.found == null ? null : list.found.more(),
                null,
                question.facets().isEmpty()
                        ? null
                        : facets.count(question.asked(), list.eras, question.order(), list.found, question.facets()));
    }

    /** The list from where the question says on; what is searched for is searched for now. */
    Reading read(Question question) {
        Eras eras = new Eras(database);
        String words = question.asked().filter().words();
        if (words == null) {
            return new Reading(question, eras, null);
        }
        return new Reading(
                question,
                eras,
                question.asked().hopeless()
                        ? new Ranking.Found("", null, List.of(), false)
                        : ranking.find(question.asked(), eras, words));
    }

    /** A list that is read page by page. */
    final class Reading {

        private final Question question;

        /** For what is found at once; a page has its own, for a stream has many of them. */
        private final Eras eras;

        private final Ranking.@Nullable Found found;
        private Keyset.@Nullable End end;

        private Reading(Question question, Eras eras, Ranking.@Nullable Found found) {
            this.question = question;
            this.eras = eras;
            this.found = found;
            this.end = question.end();
        }

        /** The next so many documents; none when the list has come to its end. */
        List<Rows.Row> next(int limit) {
            List<Rows.Row> rows = rows(limit);
            if (!rows.isEmpty()) {
                end = rows.get(rows.size() - 1).end();
            }
            return rows;
        }

        private List<Rows.Row> rows(int limit) {
            if (question.asked().hopeless() || (found != null && found.best().isEmpty())) {
                return List.of();
            }
            OffsetDateTime asOf = question.asOf();
            if (asOf != null) {
                return past.rows(question.asked(), asOf, question.order(), end, limit, question.whole());
            }
            List<Rows.Row> rows = Rows.of(database, page(limit), question.order(), question.whole());
            return found == null || question.whole() ? rows : snippets.add(rows, found.query());
        }

        private Select page(int limit) {
            Order order = question.order();
            if (found == null) {
                return pages.page(question.asked(), new Eras(database), order, end, limit);
            }
            return order.sort() == Sort.RELEVANCE ? ranked(found, limit) : pages.among(found.ids(), order, end, limit);
        }

        private Select ranked(Ranking.Found matches, int limit) {
            List<Ranking.Match> page = matches.after(end).stream().limit(limit).toList();
            return Select.of(
                    "SELECT f.rank AS key, f.id FROM unnest(CAST(? AS bigint[]), CAST(? AS float8[])) AS f(id, rank)",
                    page.stream().map(Ranking.Match::id).toList(),
                    page.stream().map(match -> Double.toString(match.rank())).toList());
        }
    }
}

package dev.docket.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.event.Feeds;
import dev.docket.feed.Position;
import dev.docket.project.Scope;
import dev.docket.proof.EveryQuestion;
import dev.docket.proof.QueryBean;
import dev.docket.proof.Seeded;
import dev.docket.proof.Tally;
import dev.docket.proof.Watched;
import dev.docket.register.RegisterQuestions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * No list, search, count, register or look into the past reads a table of documents, of revisions or of their index from
 * end to end: every statement that every parameter leads to, alone and with others, is explained, planned without values.
 */
class PlansTest {

    private static final String TABLE = " on (document\\w*|revision\\w*|feed_\\d+)\\b";

    /** A table that is read from end to end, or a whole index that is read to be sorted. */
    private static final Pattern WHOLE_TABLE = Pattern.compile("Seq Scan" + TABLE
            + "|Sort Key:[^\n]*\\n\\s*->\\s+Index (Only )?Scan using \\w+" + TABLE + "[^\n]*\\n(?!\\s*Index Cond)");

    /** One may read all, all but a few, or a few. */
    private static final List<Scope> SCOPES = List.of(
            new Scope(true, List.of(), List.of(), List.of()),
            new Scope(true, List.of(), List.of(), List.of(20L, 40L)),
            new Scope(false, List.of("p3", "p9"), List.of(4L, 10L), List.of()));

    private final Iterator<Scope> turns =
            Stream.generate(SCOPES::stream).flatMap(each -> each).iterator();

    @Test
    void everyListCanBeReadAlongIndexes() throws Exception {
        explain(2_000, 10);
    }

    @Test
    @Tag("long")
    void everyListOfManyCanBeReadAlongIndexes() throws Exception {
        explain(20_000, 300);
    }

    /** Of so few the database would rather read all of them: whether there is another way is the question. */
    private void explain(int documents, int more) throws Exception {
        try (Seeded seeded = new Seeded(documents)) {
            Watched watched = new Watched(seeded.connection());
            ask(watched, more);
            countsOfSearches(watched.database(), documents);
            theNewestAreRanked(watched.database());
            if (documents > FacetCounts.COUNTED) {
                counts(watched.database());
            }
            try (Statement sql = seeded.connection().createStatement()) {
                sql.execute("SET enable_seqscan = off");
            }
            Tally.count("plans: statements of lists and registers", watched.refuse(WHOLE_TABLE));
            whatIsPlantedIsFound(seeded.connection());
        }
    }

    private static void whatIsPlantedIsFound(Connection connection) throws SQLException {
        for (String planted : List.of(
                "SELECT d.id FROM document d WHERE d.title = ?",
                "SELECT d.id FROM document d ORDER BY d.created_at LIMIT 10",
                "SELECT r.document_id FROM document_risk r WHERE r.content LIKE ?")) {
            Watched watched = new Watched(connection);
            try (PreparedStatement select = watched.database().getConnection().prepareStatement(planted)) {
                if (planted.endsWith("?")) {
                    select.setString(1, "x");
                }
                select.executeQuery();
            }
            assertThatThrownBy(() -> watched.refuse(WHOLE_TABLE)).hasMessageContaining(planted);
        }
    }

    private void ask(Watched watched, int more) {
        for (int i = 0; i < SCOPES.size(); i++) {
            int asked = lists(watched.database(), more);
            Tally.count("plans: questions", asked + RegisterQuestions.ask(watched.database(), turns::next, more));
            turns.next();
        }
    }

    private int lists(DataSource database, int more) {
        Lists lists = lists(database);
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        LocalDate today = now.toLocalDate();
        List<String> days =
                List.of(today.minusDays(30).toString(), today.minusDays(1000).toString());
        Map<String, List<String>> samples = Map.ofEntries(
                Map.entry("project", List.of("p3", "p9")),
                Map.entry("kind", List.of("adr", "rfc")),
                Map.entry("status", List.of("accepted", "draft")),
                Map.entry("tag", List.of("tag-0", "tag-250")),
                Map.entry("component", List.of("component-0", "component-700")),
                Map.entry("decider", List.of("person-3", "person-1500")),
                Map.entry("author", List.of("person-3", "person-1500")),
                Map.entry("ref", List.of("ADR-3", "p3/1", "p9/RFC-2")),
                Map.entry("q", List.of("word5", "word5 word7", "w77", "ADR-3", "-word3", "\"word5 word10\"")),
                Map.entry(
                        "updatedSince",
                        List.of(
                                now.minusDays(30).toString(),
                                now.minusDays(1000).toString())),
                Map.entry("decidedFrom", days),
                Map.entry("decidedTo", days),
                Map.entry(
                        "reviewBefore",
                        List.of(
                                today.plusDays(30).toString(),
                                today.minusDays(650).toString())),
                Map.entry(
                        "asOf",
                        List.of(
                                now.minusDays(30).toString(),
                                now.minusDays(1700).toString())),
                Map.entry("facets", List.of("status,tag,project")),
                Map.entry("since", List.of("0", "1000")));
        return new EveryQuestion<>(OfAllProjects.class, samples)
                .ask(parameters -> page(database, lists, parameters), more);
    }

    private @Nullable String page(DataSource database, Lists lists, OfAllProjects parameters) {
        Question question = Question.of(parameters, turns::next);
        Position since = parameters.since();
        if (since != null) {
            new Changes(database, Feeds.of(database))
                    .after(since, question.asked(), question.whole(), question.limit());
            return null;
        }
        return lists.list(question).nextCursor();
    }

    /** More than the search ranked are counted, those too that have the number and the word. */
    private static void countsOfSearches(DataSource database, int documents) throws SQLException {
        int all = countOf(database, "7");
        assertThat(all).isGreaterThanOrEqualTo(documents);
        for (String words : List.of("7", "word5 or word7")) {
            int found = words.equals("7") ? all : countOf(database, "word5|word7");
            assertThat(found).isGreaterThan(Ranking.MOST);
            Facets facets = facets(database, Map.of("q", List.of(words), "facets", List.of("status")));
            assertThat(facets.counted()).as(words).isEqualTo(Math.min(found, FacetCounts.COUNTED));
            assertThat(facets.exact()).as(words).isEqualTo(found <= FacetCounts.COUNTED);
        }
    }

    /** Whatever era they are of: those of a word that most have, that many have, that some have and that one has. */
    private static void theNewestAreRanked(DataSource database) throws SQLException {
        Asked all = new Asked(
                QueryBean.of(OfAllProjects.class, Map.<String, List<String>>of())
                        .filter(),
                SCOPES.get(0));
        for (String words :
                List.of("word5 or word7", "word5", "word5 word7 word11", "w77", "nowhere", "-nowhere", "-word5")) {
            String query = words.replace(" or ", "|").replace(" ", "&").replace("-", "!");
            assertThat(new Ranking(database)
                            .find(all, new Eras(database), words)
                            .ids())
                    .as(words)
                    .containsExactlyInAnyOrderElementsOf(newest(database, query));
        }
    }

    private static List<Long> newest(DataSource database, String query) throws SQLException {
        try (PreparedStatement select = database.getConnection()
                .prepareStatement("SELECT document_id FROM document_search WHERE words @@ CAST(? AS tsquery) "
                        + "ORDER BY document_id DESC LIMIT " + Ranking.MOST)) {
            select.setString(1, query);
            List<Long> ids = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                }
            }
            return ids;
        }
    }

    private static int countOf(DataSource database, String word) throws SQLException {
        try (PreparedStatement count = database.getConnection()
                .prepareStatement("SELECT count(*) FROM document_search WHERE words @@ CAST(? AS tsquery)")) {
            count.setString(1, word);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static Facets facets(DataSource database, Map<String, List<String>> parameters) {
        Question question = Question.of(QueryBean.of(OfAllProjects.class, parameters), () -> SCOPES.get(0));
        return Objects.requireNonNull(lists(database).list(question).facets());
    }

    private static Lists lists(DataSource database) {
        Pages pages = new Pages(database, new Few());
        return new Lists(
                database,
                pages,
                new Ranking(database),
                new FacetCounts(database, pages),
                new AsOf(database, new Few()),
                new Snippets(database));
    }

    /** Of more than are counted the counts are a lower bound, and say so. */
    private static void counts(DataSource database) {
        Facets facets = facets(database, Map.of("facets", List.of("status")));
        assertThat(facets.exact()).isFalse();
        assertThat(facets.counted()).isEqualTo(FacetCounts.COUNTED);
        List<Facets.Count> statuses = Objects.requireNonNull(facets.status());
        assertThat(statuses.stream().mapToInt(Facets.Count::count).sum()).isEqualTo(FacetCounts.COUNTED);
    }
}

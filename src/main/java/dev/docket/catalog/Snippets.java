package dev.docket.catalog;

import dev.docket.api.Select;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;

/** Shows of what a search found where the words stand: read of the documents of one page, and of no others. */
@ApplicationScoped
class Snippets {

    /** Around a hit in what the database answers: for private use, so that no text has them to say anything. */
    private static final String BEGIN = "\uE000";

    private static final String END = "\uE001";

    private static final String MARKED = """
            SELECT p.id, ts_headline('pg_catalog.english', p.text, CAST(? AS tsquery), 'HighlightAll=true, StartSel=%s, StopSel=%s')
            FROM unnest(CAST(? AS bigint[]), CAST(? AS text[])) AS p(id, text)
            """.formatted(BEGIN, END);

    private final DataSource database;

    Snippets(DataSource database) {
        this.database = database;
    }

    /** The rows with their snippets. */
    List<Rows.Row> add(List<Rows.Row> rows, String query) {
        Map<Long, String> passages = passages(rows, query);
        Map<Long, List<Fragment>> snippets = new HashMap<>();
        Select.of(
                        MARKED,
                        query,
                        List.copyOf(passages.keySet()),
                        passages.values().stream().map(Snippets::lower).toList())
                .list(database, row -> Map.entry(row.getLong(1), row.getString(2)))
                .forEach(marked -> snippets.put(
                        marked.getKey(), fragments(passages.getOrDefault(marked.getKey(), ""), marked.getValue())));
        return rows.stream()
                .map(row -> row.item() instanceof Summary summary
                        ? new Rows.Row(row.end(), summary.with(snippets.get(row.id())))
                        : row)
                .toList();
    }

    private Map<Long, String> passages(List<Rows.Row> rows, String query) {
        Passage passage = new Passage(query);
        Map<Long, String> passages = new HashMap<>();
        Select.of(
                        "SELECT d.id, c.content FROM unnest(CAST(? AS bigint[])) AS f(id) JOIN document d ON d.id = f.id "
                                + "JOIN revision_content c ON c.document_id = d.id AND c.number = d.revision",
                        rows.stream().map(Rows.Row::id).toList())
                .list(database, row -> Map.entry(row.getLong(1), row.getBytes(2)))
                .forEach(document -> {
                    String best = passage.of(document.getValue());
                    if (best != null) {
                        passages.put(document.getKey(), best.replace(BEGIN, " ").replace(END, " "));
                    }
                });
        return passages;
    }

    /** In some locales the database knows the case of no letters but ASCII. */
    private static String lower(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.length() == text.length() ? lower : text;
    }

    /** The text, cut where the marks are in the copy. */
    private static List<Fragment> fragments(String text, String marked) {
        List<Fragment> fragments = new ArrayList<>();
        int at = 0;
        boolean hit = false;
        for (String piece : marked.split("[" + BEGIN + END + "]", -1)) {
            if (!piece.isEmpty()) {
                fragments.add(new Fragment(text.substring(at, at + piece.length()), hit));
            }
            at += piece.length();
            hit = !hit;
        }
        return fragments;
    }
}

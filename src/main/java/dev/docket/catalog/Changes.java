package dev.docket.catalog;

import dev.docket.api.Select;
import dev.docket.event.Feed;
import dev.docket.feed.Position;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * What changed after a position of the feed, for those who keep a copy. Positions are given after the commit and without
 * gaps, so that nothing comes up later before a position that was read; what changed again comes as it is now, and again.
 */
@ApplicationScoped
class Changes {

    /** So many events are read for a page, at most. */
    private static final int EVENTS = 1_000;

    /** So many positions are looked at, at most: where little of them is wanted the page may be empty. */
    private static final long WINDOW = 10_000;

    /** As {@link #WINDOW}, where an index leads to the events of the projects that are asked for. */
    private static final long WINDOW_OF_PROJECTS = 1_000_000;

    private final DataSource database;
    private final Feed feed;

    Changes(DataSource database, Feed feed) {
        this.database = database;
        this.feed = feed;
    }

    /** One event: that a document changed at a position; and what there is of the feed. */
    private record Change(Feed.Span span, long position, long document) {}

    /**
     * The documents that changed after the position, in the order in which they first did; 400 or 410 where it is out of
     * the feed.
     */
    DocumentPage after(Position since, Asked asked, boolean whole, int limit) {
        if (since.latest() || asked.hopeless()) {
            return page(List.of(), feed.span().head(), false);
        }
        List<Change> changes = changes(since, asked);
        Feed.Span span = changes.get(0).span();
        since.check("since", span);
        Set<Long> documents = new LinkedHashSet<>();
        long window = asked.projectIds().isEmpty() ? WINDOW : WINDOW_OF_PROJECTS;
        long end = changes.size() < EVENTS
                ? Math.min(since.value() + window, span.head())
                : changes.get(EVENTS - 1).position();
        for (Change change : changes) {
            if (change.document() == 0) {
                continue; // of no document: the one row that says there is nothing
            }
            if (documents.size() == limit && !documents.contains(change.document())) {
                end = change.position() - 1;
                break;
            }
            documents.add(change.document());
        }
        return page(items(List.copyOf(documents), whole), end, end < span.head());
    }

    /** One statement: the head and the events are of one snapshot. There is a row even where no event is. */
    private List<Change> changes(Position since, Asked asked) {
        Select changes = Select.of(
                "SELECT h.floor, h.position, coalesce(f.position, 0), coalesce(f.document_id, 0) FROM feed_head h LEFT JOIN LATERAL (");
        if (asked.projectIds().isPresent()) {
            changes.add(
                            "SELECT one.* FROM unnest(CAST(? AS bigint[])) AS p(id) CROSS JOIN LATERAL (",
                            asked.projectIds().orElseThrow())
                    .add(events(since, asked, WINDOW_OF_PROJECTS, "f.project_id = p.id AND "))
                    .add(") AS one ORDER BY one.position LIMIT " + EVENTS);
        } else {
            changes.add(events(since, asked, WINDOW, ""));
        }
        return changes.add(") AS f ON true ORDER BY f.position")
                .list(
                        database,
                        row -> new Change(
                                new Feed.Span(row.getLong(1), row.getLong(2)), row.getLong(3), row.getLong(4)));
    }

    private static Select events(Position since, Asked asked, long window, String which) {
        return Select.of(
                        "SELECT f.position, f.document_id FROM feed f JOIN document d ON d.id = f.document_id WHERE "
                                + which + "f.position > ? AND f.position <= ? AND ",
                        since.value(),
                        since.value() + window)
                .add(asked.conditions().unseen())
                .add(" ORDER BY f.position LIMIT " + EVENTS);
    }

    private List<Item> items(List<Long> documents, boolean whole) {
        Select page = Select.of(
                "SELECT CAST(u.place AS float8) AS key, u.id FROM unnest(CAST(? AS bigint[])) WITH ORDINALITY AS u(id, place)",
                documents);
        return Rows.of(database, page, new Order(Sort.RELEVANCE, false), whole).stream()
                .flatMap(Rows.Row::shown)
                .toList();
    }

    private static DocumentPage page(List<Item> items, long end, boolean more) {
        return new DocumentPage(items, null, more, Long.toString(end), null);
    }
}

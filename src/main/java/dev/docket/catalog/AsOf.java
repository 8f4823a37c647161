package dev.docket.catalog;

import dev.docket.api.Keyset;
import dev.docket.api.Select;
import dev.docket.api.StrictJson;
import dev.docket.api.Where;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Lists as they stood at an instant: of the states of documents those that were valid then, and of each document the
 * revision that was the newest then. Just what reading the log up to that instant gives.
 */
@ApplicationScoped
class AsOf {

    private static final String NEWEST_THEN = """
            ) AS page CROSS JOIN LATERAL (
              SELECT r.number FROM revision r WHERE r.document_id = page.id AND r.at <= ? ORDER BY r.number DESC LIMIT 1)
              AS r
            LEFT JOIN revision_content c ON c.document_id = page.id AND c.number = r.number
            ORDER BY page.key%s, page.id%s
            """;

    private final DataSource database;
    private final Few few;

    AsOf(DataSource database, Few few) {
        this.database = database;
        this.few = few;
    }

    /** The next documents of the list, in the order of numbers; without an item where the revision of then was redacted. */
    List<Rows.Row> rows(
            Asked asked, OffsetDateTime at, Order order, Keyset.@Nullable End end, int limit, boolean whole) {
        String way = order.descending() ? " DESC" : "";
        Select page = few(asked, at)
                .map(rows -> gathered(rows, asked, at, order, end, limit))
                .orElseGet(() -> along(asked, at, order, end, limit));
        return Select.of("SELECT page.key, page.id, c.content FROM (")
                .add(page)
                .add(NEWEST_THEN.formatted(way, way), at)
                .list(database, row -> {
                    byte[] content = row.getBytes(3);
                    return new Rows.Row(order.keyset().end(row), content == null ? null : item(content, whole));
                });
    }

    private static Item item(byte[] content, boolean whole) {
        return whole ? new Whole(content) : Summary.of(StrictJson.tree(content));
    }

    /** Of each range the first few, and the first of these. */
    private static Select along(Asked asked, OffsetDateTime at, Order order, Keyset.@Nullable End end, int limit) {
        boolean byTag = !asked.filter().tags().isEmpty() && asked.projectIds().isEmpty();
        return Select.of("SELECT DISTINCT hit.number AS key, hit.id FROM ")
                .add(byTag ? tags(asked) : statuses(asked))
                .add(" AND ")
                .add(order.after("d.number", "d.document_id", end))
                .add(" AND ")
                .add((byTag ? labelled(asked, at) : valid(asked.hidden("d"), asked, at)).unseen())
                .add(order.by("d.number", "d.document_id", limit))
                .add(") AS hit")
                .add(order.by("hit.number", "hit.id", limit));
    }

    /** A range of an index for each tag, which more than one may have the same document in. */
    private static Select tags(Asked asked) {
        return Select.of(
                        "unnest(?) AS t(tag) CROSS JOIN LATERAL (",
                        asked.filter().tags())
                .add("SELECT d.number, d.document_id AS id FROM document_state_tag d WHERE d.tag = t.tag");
    }

    /** A range of an index for each kind and status, and each project that is named. */
    private static Select statuses(Asked asked) {
        Select ranges = Select.of(
                "unnest(?) AS a(kind) CROSS JOIN unnest(?) AS b(status) ",
                asked.kindNames(),
                asked.filter().statusNames());
        asked.projectIds().ifPresent(ids -> ranges.add("CROSS JOIN unnest(CAST(? AS bigint[])) AS p(id) ", ids));
        ranges.add("CROSS JOIN LATERAL (SELECT d.number, d.document_id AS id FROM document_state d WHERE ");
        asked.projectIds().ifPresent(ids -> ranges.add("d.project_id = p.id AND "));
        return ranges.add("d.kind = a.kind AND d.status = b.status");
    }

    private static Select gathered(
            Select rows, Asked asked, OffsetDateTime at, Order order, Keyset.@Nullable End end, int limit) {
        return Select.of("SELECT d.number AS key, d.document_id AS id FROM (")
                .add(rows)
                .add(") AS d WHERE ")
                .add(order.after("d.number", "d.document_id", end))
                .add(" AND ")
                .add(valid(asked.conditions(), asked, at).plain())
                .add(order.by("d.number", "d.document_id", limit));
    }

    private static Where valid(Where where, Asked asked, OffsetDateTime at) {
        return then(where, at).ifAny("d.tags && ?", asked.filter().tags());
    }

    private static Where labelled(Asked asked, OffsetDateTime at) {
        return then(asked.hidden("d"), at)
                .and("d.kind = ANY (?)", asked.kindNames())
                .and("d.status = ANY (?)", asked.filter().statusNames());
    }

    private static Where then(Where where, OffsetDateTime at) {
        return where.and("d.valid_from <= ?", at).and("(d.valid_to IS NULL OR d.valid_to > ?)", at);
    }

    /** The rows of states that had begun then; empty where there are many, of which a page is met soon. */
    private Optional<Select> few(Asked asked, OffsetDateTime at) {
        if (asked.projectIds().isPresent()) {
            return Optional.empty();
        }
        Select begun = Select.of("SELECT x.* FROM document_state x WHERE x.valid_from <= ? ORDER BY x.valid_from", at);
        int count = Select.of("SELECT count(*) FROM (SELECT 1 FROM (")
                .add(begun)
                .add(") AS found LIMIT " + (few.states() + 1) + ") AS counted")
                .first(database, row -> row.getInt(1))
                .orElseThrow();
        return count <= few.states() ? Optional.of(begun.add(" LIMIT " + few.states())) : Optional.empty();
    }
}

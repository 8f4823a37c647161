package dev.docket.catalog;

import dev.docket.api.Keyset;
import dev.docket.api.Select;
import dev.docket.api.Where;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the way to a page. What one index has in the order of the list is read along it. Else few matches are gathered
 * and sorted, and many are met soon along any index that has the order: which it is, is counted first, for a plan that
 * is made without values cannot know.
 */
@ApplicationScoped
class Pages {

    private final DataSource database;
    private final Few few;

    Pages(DataSource database, Few few) {
        this.database = database;
        this.few = few;
    }

    /** A query for {@code key}, which is sorted by, and {@code id} of the documents of a page. */
    Select page(Asked asked, Eras eras, Order order, Keyset.@Nullable End end, int limit) {
        if (order.sort() == Sort.NUMBER && asked.isOneLabel()) {
            return alongLabels(asked, order, end, limit);
        }
        if (asked.isOnly(order.sort()) || isOneNumber(asked, order)) {
            return along(asked, order, end, limit);
        }
        Optional<Select> rows = few(asked, eras);
        if (rows.isPresent()) {
            return gathered(rows.get(), asked.conditions(), order, end, limit);
        }
        return order.sort() == Sort.NUMBER ? alongLabels(asked, order, end, limit) : along(asked, order, end, limit);
    }

    private static boolean isOneNumber(Asked asked, Order order) {
        return order.sort() == Sort.NUMBER && asked.numbers().size() == 1;
    }

    /** A query for the page among the documents of these ids. */
    Select among(List<Long> ids, Order order, Keyset.@Nullable End end, int limit) {
        return gathered(rows(ids), new Where(), order, end, limit);
    }

    /** In the order of numbers: for each label and status a range of one index, of which the first few are taken. */
    private static Select alongLabels(Asked asked, Order order, Keyset.@Nullable End end, int limit) {
        Group group = asked.groups().stream().findFirst().orElse(Group.ALL);
        Where rest = asked.besides(group);
        Select page = Select.of(
                "SELECT DISTINCT hit.number AS key, hit.id FROM unnest(?) AS a(label) CROSS JOIN unnest(?) AS b(status) "
                        + "CROSS JOIN LATERAL (SELECT l.number, l.document_id AS id FROM document_label l",
                group.labels(),
                asked.filter().statusNames());
        if (!rest.isEmpty()) {
            page.add(" JOIN document d ON d.id = l.document_id");
        }
        return page.add(" WHERE l.label = a.label AND l.status = b.status AND ")
                .add(order.after("l.number", "l.document_id", end))
                .add(" AND ")
                .add(rest.unseen())
                .add(order.by("l.number", "l.document_id", limit))
                .add(") AS hit")
                .add(order.by("hit.number", "hit.id", limit));
    }

    /** Along the index of the order, or a part of it; what else is asked is asked of every document on the way. */
    private static Select along(Asked asked, Order order, Keyset.@Nullable End end, int limit) {
        String key = order.sort().column();
        Select page = Select.of("SELECT %s AS key, d.id FROM document d WHERE ".formatted(key))
                .add(order.after(key, "d.id", end));
        if (isOneNumber(asked, order)) {
            page.add(" AND d.number = ?", asked.numbers().get(0));
        }
        asked.ranges().stream()
                .filter(range -> range.sort() == order.sort())
                .forEach(range -> page.add(" AND ").add(range.condition()));
        return page.add(" AND ").add(asked.conditions().unseen()).add(order.by(key, "d.id", limit));
    }

    /** All of the rows, which are few, and among them the page. */
    private static Select gathered(Select rows, Where conditions, Order order, Keyset.@Nullable End end, int limit) {
        String key = order.sort().column();
        return Select.of("SELECT %s AS key, d.id FROM (".formatted(key))
                .add(rows)
                .add(") AS d WHERE ")
                .add(order.after(key, "d.id", end))
                .add(" AND ")
                .add(conditions.plain())
                .add(order.by(key, "d.id", limit));
    }

    /** The rows of documents, few, among which all matches are; empty where any filter has many. */
    private Optional<Select> few(Asked asked, Eras eras) {
        List<Integer> numbers = asked.numbers();
        if (!numbers.isEmpty()) {
            return Optional.of(Select.of("SELECT x.* FROM document x WHERE x.number = ANY (?) OFFSET 0", numbers));
        }
        String labels = asked.labels();
        if (!labels.isEmpty()) {
            List<Long> ids = labelled(eras, labels);
            if (ids.size() <= few.documents()) {
                return Optional.of(rows(ids));
            }
        }
        return asked.ranges().stream()
                .filter(range -> count(range.rows("1", few.documents() + 1)) <= few.documents())
                .findFirst()
                .map(range -> range.rows("d.*", few.documents()));
    }

    /** Looked for among the newest first: where many of them have the labels, the others are not looked at. */
    private List<Long> labelled(Eras eras, String labels) {
        return eras.newest(
                few.documents() + 1,
                step -> Select.of("SELECT s.document_id FROM (")
                        .add(step.matches("s.document_id", labels))
                        .add(") AS s LIMIT " + step.wanted()),
                row -> row.getLong(1));
    }

    private static Select rows(List<Long> ids) {
        return Select.of(
                "SELECT x.* FROM unnest(CAST(? AS bigint[])) AS f(id) JOIN document x ON x.id = f.id OFFSET 0", ids);
    }

    private int count(Select rows) {
        return Select.of("SELECT count(*) FROM (")
                .add(rows)
                .add(") AS counted")
                .first(database, row -> row.getInt(1))
                .orElseThrow();
    }
}

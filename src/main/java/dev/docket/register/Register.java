package dev.docket.register;

import dev.docket.api.Cursor;
import dev.docket.api.Keyset;
import dev.docket.api.Page;
import dev.docket.api.Select;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * Reads one page of a register, once it is known how its entries are found.
 *
 * @param cursors makes the cursor to the next page, which goes with this register and filter only
 */
record Register(DataSource database, Keyset order, Cursor.Scope cursors, int limit) {

    private static final String DOCUMENT = " p.key AS project, d.kind, d.number, d.title, d.status FROM (";
    private static final String JOINED =
            ") AS page JOIN document d ON d.id = page.document_id JOIN project p ON p.id = d.project_id";

    /** Makes an entry of a row. */
    interface Reading<T> {
        T read(Named document, ResultSet row) throws SQLException;
    }

    private record Row<T>(Keyset.End end, T entry) {}

    /** How many entries to find: one more than are shown says whether there is a next page. */
    int wanted() {
        return limit + 1;
    }

    /**
     * The page.
     *
     * @param found a query for the entries, which have the columns of the order, document_id among them
     */
    <T> Page<T> page(Select found, Reading<T> reading) {
        List<Row<T>> rows = Select.of("SELECT page.*,")
                .add(DOCUMENT)
                .add(found)
                .add(JOINED)
                .add(order.by("page", wanted()))
                .list(database, row -> new Row<>(order.end(row), reading.read(Named.of(row), row)));
        Page<Row<T>> page = Page.of(rows, limit, cursors, row -> row.end().text());
        return new Page<>(page.items().stream().map(Row::entry).toList(), page.nextCursor());
    }
}

package dev.docket.catalog;

import dev.docket.api.Kebab;
import dev.docket.api.Keyset;
import dev.docket.api.Select;
import dev.docket.document.Address;
import dev.docket.document.content.Kind;
import dev.docket.document.content.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads what a page shows of its documents, once it is known which they are. */
final class Rows {

    private static final String SUMMARY = """
            SELECT page.key, d.id, d.kind, p.key, d.number, d.title, d.status, d.revision, d.status_date, d.created_at,
              d.created_by, d.updated_at, d.updated_by, d.review_on, d.tags, d.components
            FROM (""";
    private static final String OF_PROJECT =
            ") AS page JOIN document d ON d.id = page.id JOIN project p ON p.id = d.project_id";

    private static final String WHOLE = "SELECT page.key, d.id, c.content FROM (";
    private static final String WITH_CONTENT = ") AS page JOIN document d ON d.id = page.id "
            + "JOIN revision_content c ON c.document_id = d.id AND c.number = d.revision";

    private Rows() {}

    /** A document, or one that there is nothing to show of any more, and where a page that ends with it ends. */
    record Row(Keyset.End end, @Nullable Item item) {

        long id() {
            return (long) end.at(1);
        }

        Stream<Item> shown() {
            return Stream.ofNullable(item);
        }
    }

    /** The documents of the page, which is a query for {@code key} and {@code id}, in order. */
    static List<Row> of(DataSource database, Select page, Order order, boolean whole) {
        String way = order.descending() ? " DESC" : "";
        Keyset keyset = order.keyset();
        return Select.of(whole ? WHOLE : SUMMARY)
                .add(page)
                .add(whole ? WITH_CONTENT : OF_PROJECT)
                .add(" ORDER BY page.key%s, page.id%s".formatted(way, way))
                .list(database, row -> new Row(keyset.end(row), whole ? new Whole(row.getBytes(3)) : summary(row)));
    }

    private static Summary summary(ResultSet row) throws SQLException {
        Kind kind = Kind.of(row.getString(3));
        String project = row.getString(4);
        int number = row.getInt(5);
        return new Summary(
                kind,
                project,
                number,
                new Address(kind, project, number).ref(),
                row.getString(6),
                Kebab.constant(Status.class, row.getString(7)),
                row.getInt(8),
                Objects.requireNonNull(row.getObject(9, LocalDate.class)),
                instant(row, 10),
                row.getString(11),
                instant(row, 12),
                row.getString(13),
                row.getObject(14, LocalDate.class),
                List.of((String[]) row.getArray(15).getArray()),
                List.of((String[]) row.getArray(16).getArray()),
                null);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }
}

package dev.docket.catalog;

import dev.docket.api.Kebab;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** What a list is sorted by; documents that are alike in it are sorted by age. */
enum Sort {
    NUMBER("d.number", Integer.class),
    UPDATED("d.updated_at", OffsetDateTime.class),
    DECIDED("d.status_date", LocalDate.class),
    /** By code points, but for the case of Latin letters without marks. */
    TITLE("left(lower(d.title COLLATE \"C\"), 100)", String.class),
    REVIEW("d.review_on", LocalDate.class),
    /** The rank, which is no column. */
    RELEVANCE("", Double.class);

    private final String column;
    private final Class<?> type;

    Sort(String column, Class<?> type) {
        this.column = column;
        this.type = type;
    }

    String json() {
        return Kebab.of(this);
    }

    /** The expression to sort documents {@code d} by; every one has an index. */
    String column() {
        return column;
    }

    Class<?> type() {
        return type;
    }
}

package dev.docket.catalog;

import dev.docket.api.Kebab;
import dev.docket.api.Parameters;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.function.Function;

/** What a list is sorted by; documents that are alike in it are sorted by age. */
enum Sort {
    NUMBER("d.number", Integer.class, Integer::valueOf),
    UPDATED("d.updated_at", OffsetDateTime.class, Sort::instant),
    DECIDED("d.status_date", LocalDate.class, Sort::day),
    /** By code points, but for the case of Latin letters without marks. */
    TITLE("left(lower(d.title COLLATE \"C\"), 100)", String.class, text -> text),
    REVIEW("d.review_on", LocalDate.class, Sort::day),
    /** The rank, which is no column. */
    RELEVANCE("", Double.class, Double::valueOf);

    private final String column;
    private final Class<?> type;
    private final Function<String, Object> parse;

    Sort(String column, Class<?> type, Function<String, Object> parse) {
        this.column = column;
        this.type = type;
        this.parse = parse;
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

    /** The value in a cursor; any exception when it is none. */
    Object parse(String text) {
        return parse.apply(text);
    }

    private static Object instant(String text) {
        return Objects.requireNonNull(Parameters.at("cursor", OffsetDateTime.parse(text)));
    }

    private static Object day(String text) {
        return Objects.requireNonNull(Parameters.on("cursor", LocalDate.parse(text)));
    }
}

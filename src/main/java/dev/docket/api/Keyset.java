package dev.docket.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The order of a list, in which its pages follow each other: by columns, all of them up or all of them down, the last of
 * which tell any two rows apart. A page is found along an index, however far down the list it is.
 *
 * @param types of the columns: Integer, Long, Double, String, LocalDate or OffsetDateTime
 */
public record Keyset(boolean descending, List<String> columns, List<Class<?>> types) {

    private static final Map<Class<?>, Function<String, @Nullable Object>> READ = Map.of(
            Integer.class,
            Integer::valueOf,
            Long.class,
            Long::valueOf,
            Double.class,
            Double::valueOf,
            String.class,
            text -> text,
            LocalDate.class,
            text -> Parameters.on("cursor", LocalDate.parse(text)),
            OffsetDateTime.class,
            text -> Parameters.at("cursor", OffsetDateTime.parse(text)));

    /** No columns yet, descending or ascending. */
    public static Keyset of(boolean descending) {
        return new Keyset(descending, List.of(), List.of());
    }

    /** This order, and by that column where it has rows alike. */
    public Keyset then(String column, Class<?> type) {
        List<String> moreColumns = new ArrayList<>(columns);
        List<Class<?>> moreTypes = new ArrayList<>(types);
        moreColumns.add(column);
        moreTypes.add(type);
        return new Keyset(descending, moreColumns, moreTypes);
    }

    /** Where a page ends: what its last row has in the columns. */
    public record End(List<Object> values) {

        public Object at(int column) {
            return values.get(column);
        }

        /** As a cursor keeps it; only the first value may have blanks in it. */
        public String text() {
            List<Object> reversed = new ArrayList<>(values);
            Collections.reverse(reversed);
            return reversed.stream().map(Object::toString).collect(Collectors.joining(" "));
        }
    }

    /** Where a page ends that ends with the row, whose first columns are those of this order. */
    public End end(ResultSet row) throws SQLException {
        List<Object> values = new ArrayList<>();
        for (Class<?> type : types) {
            values.add(Objects.requireNonNull(row.getObject(values.size() + 1, type)));
        }
        return new End(values);
    }

    /** The end that a cursor keeps, null where there is none; 400 when it was not made here. */
    public @Nullable End end(@Nullable String key) {
        if (key == null) {
            return null;
        }
        List<String> texts = new ArrayList<>(List.of(key.split(" ", types.size())));
        Collections.reverse(texts);
        try {
            List<Object> values = new ArrayList<>();
            for (Class<?> type : types) {
                values.add(Objects.requireNonNull(
                        Objects.requireNonNull(READ.get(type)).apply(texts.get(values.size()))));
            }
            return new End(values);
        } catch (RuntimeException e) {
            throw Parameters.bad("cursor", "cursor", "it was not made here");
        }
    }

    /** {@code ORDER BY} and {@code LIMIT}, of a row that has the columns. */
    public String by(String row, int limit) {
        return by(limit, of(row));
    }

    /** {@code ORDER BY} and {@code LIMIT}: a number in the text, for the plan depends on it. */
    public String by(int limit, List<String> expressions) {
        String way = descending ? " DESC" : "";
        return expressions.stream().collect(Collectors.joining(way + ", ", " ORDER BY ", way + " LIMIT " + limit));
    }

    /** The condition to go on after the end of a page, of a row that has the columns; true on the first page. */
    public Select after(String row, @Nullable End end) {
        return after(end, of(row));
    }

    /** The condition to go on after the end of a page; true on the first one. */
    public Select after(@Nullable End end, List<String> expressions) {
        return end == null
                ? Select.of("true")
                : Select.of(
                        "(%s) %s (%s)"
                                .formatted(
                                        String.join(", ", expressions),
                                        descending ? "<" : ">",
                                        String.join(", ", Collections.nCopies(types.size(), "?"))),
                        end.values().toArray());
    }

    private List<String> of(String row) {
        return columns.stream().map(column -> row + "." + column).toList();
    }
}

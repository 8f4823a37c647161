package dev.docket.api;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Checks of query parameters that go beyond their type. Each failure is 400 and names the parameter. */
public final class Parameters {

    /** How often one parameter may be repeated. */
    public static final int REPEATED = 50;

    private Parameters() {}

    /** The values, each of which has to be valid. */
    public static List<String> checked(String name, List<String> values, Predicate<String> valid, String detail) {
        if (values.size() > REPEATED) {
            throw bad(name, "too-many", "at most %d of them".formatted(REPEATED));
        }
        if (!values.stream().allMatch(valid)) {
            throw bad(name, "value", detail);
        }
        return values;
    }

    /** The values, each of so many characters at most. */
    public static List<String> checked(String name, List<String> values, int length) {
        if (values.stream().anyMatch(value -> value.length() > length)) {
            throw bad(name, "too-long", "at most %d characters".formatted(length));
        }
        return checked(name, values, value -> true, "");
    }

    /** The constants that the values name, each once; all where there is no value. */
    public static <E extends Enum<E>> List<E> constants(String name, Class<E> type, List<String> values) {
        List<E> all = List.of(type.getEnumConstants());
        List<String> known = all.stream().map(Kebab::of).toList();
        checked(name, values, known::contains, "one of " + String.join(", ", known));
        return values.isEmpty()
                ? all
                : all.stream().filter(each -> values.contains(Kebab.of(each))).toList();
    }

    /** The value, which has to be one of those; null where there is none. */
    public static @Nullable String oneOf(String name, @Nullable String value, List<String> known) {
        if (value != null && !known.contains(value)) {
            throw bad(name, "value", "one of " + String.join(", ", known));
        }
        return value;
    }

    /** The instant, of a year that every calendar in use has. */
    public static @Nullable OffsetDateTime at(String name, @Nullable OffsetDateTime at) {
        year(name, at == null ? 1 : at.getYear());
        return at;
    }

    /** The day, of a year that every calendar in use has. */
    public static @Nullable LocalDate on(String name, @Nullable LocalDate on) {
        year(name, on == null ? 1 : on.getYear());
        return on;
    }

    private static void year(String name, int year) {
        if (year < 1 || year > 9999) {
            throw bad(name, "out-of-range", "a year from 1 to 9999 is wanted");
        }
    }

    /** A parameter that cannot be used. */
    public static RuntimeException bad(String name, String code, String detail) {
        return ProblemType.UNREADABLE.because(
                "A query parameter cannot be read.", List.of(FieldError.in(name, code, detail)));
    }
}

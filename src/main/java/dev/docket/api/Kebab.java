package dev.docket.api;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The form of every enum of the contract, in JSON as in the database. */
public final class Kebab {

    private Kebab() {}

    /** Lower case, with hyphens for underscores. */
    public static String of(Enum<?> constant) {
        return of(constant.name());
    }

    /** As {@link #of(Enum)}, of the name of a constant where the constant itself cannot be had. */
    public static String of(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constants as an array of a row holds them. */
    public static String[] array(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Kebab::of).sorted().toArray(String[]::new);
    }

    /** The constants that {@link #array} wrote; another text is an {@link IllegalArgumentException}. */
    public static <E extends Enum<E>> Set<E> set(Class<E> type, String[] texts) {
        return Arrays.stream(texts).map(text -> constant(type, text)).collect(Collectors.toUnmodifiableSet());
    }

    /** The constant that {@link #of} wrote; another text is an {@link IllegalArgumentException}. */
    public static <E extends Enum<E>> E constant(Class<E> type, String text) {
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}

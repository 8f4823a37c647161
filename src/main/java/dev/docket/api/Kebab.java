package dev.docket.api;

import java.util.Locale;

/** The JSON form of every enum of the contract. */
public final class Kebab {

    private Kebab() {}

    /** Lower case, with hyphens for underscores. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package dev.docket.document.content;

import java.util.Locale;

/** The JSON form of every enum of the contract. */
final class Kebab {

    private Kebab() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

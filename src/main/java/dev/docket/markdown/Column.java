package dev.docket.markdown;

import java.util.List;

/**
 * A column of a table, or a label where the row is no row.
 *
 * @param member the member of the row's object
 * @param header as it is written
 * @param names what it is called, as {@link Headings#name}
 * @param rating whether its values are ratings
 */
record Column(String member, String header, List<String> names, boolean rating) {

    static Column of(String member, String header, String... others) {
        return new Column(member, header, names(header, others), false);
    }

    static Column rated(String member, String header, String... others) {
        return new Column(member, header, names(header, others), true);
    }

    private static List<String> names(String header, String... others) {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(Headings.name(header)), java.util.Arrays.stream(others))
                .toList();
    }
}

package dev.docket.document;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Bodies of which there is too much. */
final class BigBodies {

    private BigBodies() {}

    static Stream<Bomb> bombs() {
        return Stream.of(
                Bomb.of("a title of almost 4 MiB", Bomb.member("title", "\"" + "x".repeat((4 << 20) - 100) + "\"")),
                Bomb.of("a title of more than 4 MiB", Bomb.member("title", "\"" + "x".repeat(5 << 20) + "\"")),
                Bomb.of("4 MiB of spaces", " ".repeat(4 << 20)),
                Bomb.of("a name of 100,000 characters", "{\"" + "k".repeat(100_000) + "\":1}"),
                Bomb.of("100,000 names", Bomb.keys(IntStream.range(0, 100_000).mapToObj(i -> "k" + i))),
                Bomb.of("16,384 names of one hash", Bomb.keys(collisions(14))),
                Bomb.of("a million arrays", Bomb.member("tags", "[" + "[],".repeat(1_000_000) + "[]]")),
                Bomb.of("300,000 tags", Bomb.member("tags", "[" + "\"a\",".repeat(300_000) + "\"a\"]")),
                Bomb.of("100,000 options", Bomb.member("options", "[" + "{\"name\":\"a\"},".repeat(100_000) + "{}]")),
                Bomb.of("100,000 escapes", Bomb.member("title", "\"" + "\\u0041".repeat(100_000) + "\"")));
    }

    /** Names of one {@link String#hashCode}: two to that power of them. */
    private static Stream<String> collisions(int power) {
        return IntStream.range(0, 1 << power)
                .mapToObj(i -> IntStream.range(0, power)
                        .mapToObj(bit -> (i >> bit) % 2 == 0 ? "Aa" : "BB")
                        .collect(Collectors.joining()));
    }
}

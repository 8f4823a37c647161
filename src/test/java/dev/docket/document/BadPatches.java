package dev.docket.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Patches that ask for more than they are. */
final class BadPatches {

    private static final String MERGE = "application/merge-patch+json";
    private static final String PATCH = "application/json-patch+json";

    private BadPatches() {}

    static Stream<Bomb> bombs() {
        return Stream.of(
                patch("a copy of the whole into itself, 40 times", copies(40, "", "/context/c%d")),
                patch("a copy of a section into itself, 1,000 times", copies(1_000, "/context", "/context/c%d")),
                patch("101 copies of little", copies(101, "/title", "/context/c%d")),
                patch("1,001 operations", operations(1_001, "{\"op\":\"test\",\"path\":\"/title\",\"value\":1}")),
                patch("50,000 operations", operations(50_000, "{\"op\":\"remove\",\"path\":\"/x\"}")),
                patch("operations 100,000 deep", "[".repeat(100_000)),
                patch("a value one level too deep", add("/context", "[".repeat(64) + "]".repeat(64))),
                patch("a path of a million steps", add("/a".repeat(1_000_000), "1")),
                patch("a path of the greatest index", add("/options/99999999999999999999", "1")),
                patch("a path without a slash", add("title", "1")),
                patch("a path with a broken escape", add("/ti~2tle", "1")),
                patch("a move into its own child", "[{\"op\":\"move\",\"from\":\"/context\",\"path\":\"/context/a\"}]"),
                patch("an unknown operation", "[{\"op\":\"explode\",\"path\":\"/title\"}]"),
                patch("an object for a patch", "{\"op\":\"add\",\"path\":\"/title\",\"value\":\"b\"}"),
                patch("null for an operation", "[null]"),
                new Bomb(
                        "a merge patch 100,000 deep",
                        MERGE,
                        "{\"context\":".repeat(100_000).getBytes(UTF_8),
                        Map.of()),
                new Bomb(
                        "a merge patch one level too deep",
                        MERGE,
                        ("{\"a\":".repeat(65) + "1" + "}".repeat(65)).getBytes(UTF_8),
                        Map.of()),
                new Bomb(
                        "a merge patch of 100,000 names",
                        MERGE,
                        Bomb.keys(IntStream.range(0, 100_000).mapToObj(i -> "k" + i))
                                .getBytes(UTF_8),
                        Map.of()),
                new Bomb("a merge patch that is an array", MERGE, "[]".getBytes(UTF_8), Map.of()),
                new Bomb("a merge patch that is null", MERGE, "null".getBytes(UTF_8), Map.of()));
    }

    private static Bomb patch(String name, String body) {
        return Bomb.of(name, PATCH, body);
    }

    private static String copies(int times, String from, String to) {
        return IntStream.range(0, times)
                .mapToObj(i -> "{\"op\":\"copy\",\"from\":\"%s\",\"path\":\"%s\"}".formatted(from, to.formatted(i)))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String operations(int times, String operation) {
        return "[" + (operation + ",").repeat(times - 1) + operation + "]";
    }

    private static String add(String path, String value) {
        return "[{\"op\":\"add\",\"path\":\"" + path + "\",\"value\":" + value + "}]";
    }
}

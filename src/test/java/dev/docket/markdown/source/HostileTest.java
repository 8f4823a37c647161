package dev.docket.markdown.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.document.content.Kind;
import dev.docket.markdown.fact.Dates;
import dev.docket.markdown.fact.Kinds;
import dev.docket.markdown.fact.Mentions;
import dev.docket.markdown.fact.Numbers;
import dev.docket.markdown.fact.Skipped;
import dev.docket.markdown.fact.StatusWords;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts made to break a reader: they cost little time, and no line of theirs is lost. */
class HostileTest {

    @ParameterizedTest
    @MethodSource("longTexts")
    @Tag("long")
    @Timeout(20)
    void everythingIsReadInTimeHoweverLong(String text) {
        everythingIsReadInTime(text);
    }

    @ParameterizedTest
    @MethodSource("texts")
    @Timeout(20)
    void everythingIsReadInTime(String text) {
        List<String> lines = text.lines().toList();
        FrontMatter.of(lines);
        assertThat(Outline.of(lines, 1).lines()).isEqualTo(lines);
        assertThat(Blanks.filled(Blocks.of(lines, 1), lines.size())).isEqualTo(Blanks.of(lines));
        assertThat(Outline.of(lines, 1).whole()).isNotNull();
        StatusWords.of(text, Kind.ADR);
        Mentions.in(text, Kind.ADR);
        Dates.find(text);
        Skipped.why("x.md", lines);
        Kinds.of("x.md", lines);
        Numbers.ofHeading(text, 3);
        Numbers.ofPath(text);
    }

    static Stream<String> texts() {
        return sized(1);
    }

    static Stream<String> longTexts() {
        return sized(5);
    }

    private static Stream<String> sized(int much) {
        return Stream.of(
                times(much * 20_000, "# a\n"),
                times(much * 4_000, at -> "#".repeat(at % 6 + 1) + " h" + at + "\nx\n"),
                times(much * 2_000, ">") + " a",
                times(much * 2_000, "- ") + " a",
                times(much * 200, at -> "  ".repeat(at) + "- a\n"),
                times(much * 20_000, "- a\n\n"),
                times(much * 10_000, at -> "[a" + at + "]: b\n"),
                times(much * 10_000, "[a]: b '\n"),
                times(much * 20_000, "[\n"),
                times(much * 40_000, "<a b "),
                times(much * 20_000, "<!-- a\n"),
                times(much * 100_000, "["),
                times(much * 20_000, "[a]("),
                times(much * 20_000, "(a{"),
                times(much * 20_000, "~~a**"),
                times(much * 20_000, "superseded by 1, "),
                times(much * 20_000, "ADR-1-x/"),
                times(much * 10_000, "a\n---\n"),
                times(much * 4_000, "a\n") + "---\n",
                "|" + times(much * 200, "a|") + "\n|" + times(much * 200, "-|") + "\n" + times(much * 400, "a|\n"),
                "```\n" + times(much * 10_000, "# a\n"),
                "<!--\n" + times(much * 10_000, "# a\n") + "---",
                "---\na: " + times(much * 20_000, "[") + "\n---\n",
                "---\n" + times(much * 200, at -> " ".repeat(at) + "a:\n") + "---\n",
                "---\n" + times(much * 4_000, "a: b: c\n") + "---\n",
                times(much * 20_000, "\ud83d"));
    }

    @Test
    void aLineOfFiftyMegabytesIsALine() {
        String line = "a".repeat(50_000_000);
        long start = System.nanoTime();

        assertThat(Outline.of(List.of("# A", line), 1).sections().get(0).body()).containsExactly(line);
        assertThat(Blocks.of(List.of(line), 1)).containsExactly(new Paragraph(1, List.of(line)));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aliasesAreNeverUnfolded() {
        String bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
                + times(15, at -> "a" + (at + 1) + ": &a" + (at + 1) + " [*a" + at + times(8, ", *a" + at) + "]\n");

        FrontMatter front = FrontMatter.of(("---\n" + bomb + "---\n").lines().toList());

        assertThat(front.readable()).isFalse();
        assertThat(front.entries()).hasSize(16);
        assertThat(FrontMatter.of(List.of("---", "a: &a [*a]", "---")).lines()).isEqualTo(3);
    }

    private static String times(int count, String text) {
        return text.repeat(count);
    }

    private static String times(int count, IntFunction<String> text) {
        return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining());
    }
}

package dev.docket.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that nobody writes but to keep a reader busy: each is read in seconds, and its words are kept. */
class HostileReadingTest {

    private static final int MUCH = 20_000;
    private static final int VERY_MUCH = 100_000;

    private static Stream<String> texts() {
        return sized(MUCH);
    }

    private static Stream<String> longTexts() {
        return sized(VERY_MUCH);
    }

    private static Stream<String> sized(int length) {
        List<String> fillers = List.of(
                " ", "*", "_", "\"", "(", "[", "-", ".", "!", "`", ":", "because ", "a. ", "| ", "<!--", "**a** ");
        List<String> frames = List.of(
                "# a%sb\n\ntext\n",
                "# T\n\n## Considered Options\n\n* a%sb\n* c\n\n## Decision Outcome\n\nChosen option: \"a%sb\n",
                "# T\n\n## Considered Options\n\n### Option 1: a%sb\n\n* Good%sb\n\n### c\n\n* Bad, because d\n",
                "# T\n\n## Status\n\n%sb\n\n## Decision\n\nWe%sb\n\n## Consequences\n\n* Good,%sb\n",
                "# T\n\n* Status: %sb\n* Date: %sb\n\n## Alternatives\n\n**a%sb** c\n\n**d** e\n",
                "# T\n\n## Links\n\n* %sb\n* Supersedes%s3\n");
        return frames.stream()
                .flatMap(frame ->
                        fillers.stream().map(filler -> frame.replace("%s", filler.repeat(length / filler.length()))));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("longTexts")
    @Tag("long")
    void isReadInSecondsHoweverLong(String text) {
        isReadInSeconds(text);
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("texts")
    void isReadInSeconds(String text) {
        Reading reading = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Markdown.read(text, Hint.NONE));
        assertThat(Kept.lost(text.lines().toList(), reading)).isEmpty();
    }
}

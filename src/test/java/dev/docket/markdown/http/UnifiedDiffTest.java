package dev.docket.markdown.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.PatchFailedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UnifiedDiffTest {

    @Test
    void namesBothTextsAndShowsWhatDiffersAmongThreeLinesOfContext() {
        assertThat(UnifiedDiff.of("old\t1", "a\nb\nc\nd\ne\nf\n", "new\t2", "a\nb\nc\nd\nE\nf\n"))
                .isEqualTo("""
                --- old\t1
                +++ new\t2
                @@ -2,5 +2,5 @@
                 b
                 c
                 d
                -e
                +E
                 f
                """);
    }

    @Test
    void isEmptyWhereNothingDiffers() {
        assertThat(UnifiedDiff.of("a", "x\ny\n", "b", "x\ny\n")).isEmpty();
        assertThat(UnifiedDiff.of(null, "", "b", "")).isEmpty();
    }

    @Test
    void startsFromNothing() {
        assertThat(UnifiedDiff.of(null, "", "new", "x\ny\n"))
                .isEqualTo("--- /dev/null\n+++ new\n@@ -0,0 +1,2 @@\n+x\n+y\n");
    }

    @Test
    void appliedToTheOneTextItMakesTheOther() throws PatchFailedException {
        Random random = new Random(42);
        for (int round = 0; round < 300; round++) {
            List<String> before = words(random, 1 + random.nextInt(40));
            List<String> after = edited(random, before);
            assertThat(applied(before, after)).isEqualTo(after);
        }
    }

    @Test
    void isBoundedInTime() {
        int half = UnifiedDiff.MAX_LINES / 2;
        assertTimeout(Duration.ofSeconds(5), () -> diff(numbered("before", half), numbered("after", half)));
        List<String> many = numbered("many", 200_000);
        List<String> edited = edited(new Random(1), many);
        String diff = assertTimeout(Duration.ofSeconds(5), () -> diff(many, edited));
        assertThat(diff.lines().filter(line -> line.startsWith("@@"))).hasSize(1);
        assertThat(diff.lines().filter(line -> line.startsWith("+many"))).hasSizeGreaterThan(150_000);
    }

    private static String diff(List<String> before, List<String> after) {
        return UnifiedDiff.of("a", text(before), "b", text(after));
    }

    private static List<String> applied(List<String> before, List<String> after) throws PatchFailedException {
        return UnifiedDiffUtils.parseUnifiedDiff(diff(before, after).lines().toList())
                .applyTo(before);
    }

    private static String text(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static List<String> words(Random random, int count) {
        return Stream.generate(() -> "w" + random.nextInt(6)).limit(count).toList();
    }

    private static List<String> numbered(String word, int count) {
        return IntStream.range(0, count).mapToObj(i -> word + i).toList();
    }

    /** Every fifth line is gone, doubled, or another. */
    private static List<String> edited(Random random, List<String> lines) {
        List<String> edited = new ArrayList<>();
        for (String line : lines) {
            switch (random.nextInt(15)) {
                case 0 -> {}
                case 1 -> edited.addAll(List.of(line, line));
                case 2 -> edited.add("other");
                default -> edited.add(line);
            }
        }
        return edited;
    }
}

package dev.docket.markdown.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.markdown.Corpus;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What holds for every file there is. */
class CorpusTest {

    private static final Pattern ATX = Pattern.compile("#{1,6}(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*");
    private static final Pattern FENCE = Pattern.compile("[ \t]*(?:[-*+][ \t]+|\\d+[.)][ \t]+)?(`{3,}|~{3,})(.*)");

    @Test
    void sectionsLoseNoLine() {
        for (Corpus.File file : Corpus.files()) {
            int taken = FrontMatter.of(file.lines()).lines();
            List<String> rest = file.lines().subList(taken, file.lines().size());
            Section root = Outline.of(rest, taken + 1);
            assertThat(root.lines()).as(file.path()).isEqualTo(rest);
            assertThat(standing(root, file.lines())).as(file.path()).isEqualTo(rest);
        }
    }

    @Test
    void blocksLoseNoLine() {
        for (Corpus.File file : Corpus.files()) {
            assertThat(Blanks.filled(Blocks.of(file.lines(), 1), file.lines().size()))
                    .as(file.path())
                    .isEqualTo(Blanks.of(file.lines()));
        }
    }

    @Test
    void everyWordOfAListOrATableIsInItsItemsOrCells() {
        for (Corpus.File file : Corpus.files()) {
            for (Block block : Blocks.of(file.lines(), 1)) {
                String source = String.join("\n", block.source());
                if (block instanceof Items items && !items.ordered()) {
                    String text = String.join(
                            "\n", items.items().stream().map(Item::text).toList());
                    assertThat(Words.count(text)).as(file + ":" + block.line()).isEqualTo(without(source, items));
                } else if (block instanceof Table table) {
                    List<String> cells = new ArrayList<>(table.header());
                    table.rows().forEach(cells::addAll);
                    assertThat(Words.count(String.join(" ", cells)))
                            .as(file + ":" + block.line())
                            .isEqualTo(Words.count(source));
                }
            }
        }
    }

    @Test
    void everyHeadingIsFound() {
        for (Corpus.File file : Corpus.files()) {
            int taken = FrontMatter.of(file.lines()).lines();
            List<String> rest = file.lines().subList(taken, file.lines().size());
            List<String> found = new ArrayList<>();
            headings(Outline.of(rest, 1), found);
            List<String> expected = scanned(rest);
            found.removeIf(Predicate.not(expected::contains));
            assertThat(found).as(file.path()).containsExactlyElementsOf(expected);
        }
    }

    @Test
    void allThatIsWrittenWholeReadsAsTheSameSections() {
        for (Corpus.File file : Corpus.files()) {
            Section root = Outline.of(file.lines(), 1);
            String whole = root.whole();
            assertThat(Outline.of(whole.lines().toList(), 1).whole())
                    .as(file.path())
                    .isEqualTo(whole);
            assertThat(Words.count(whole)).as(file.path()).isEqualTo(Words.count(String.join("\n", file.lines())));
        }
    }

    /** A box that is ticked is the one word of a list that no item has. */
    private static java.util.Map<String, Integer> without(String source, Items items) {
        java.util.Map<String, Integer> words = new java.util.HashMap<>(Words.count(source));
        items.items().stream()
                .filter(item -> Boolean.TRUE.equals(item.done()))
                .forEach(item -> words.computeIfPresent("x", (word, count) -> count == 1 ? null : count - 1));
        return words;
    }

    /** The lines of a section, put together again from where its parts say that they stand. */
    private static List<String> standing(Section section, List<String> file) {
        List<String> lines = new ArrayList<>(section.body());
        assertThat(section.body())
                .isEqualTo(file.subList(
                        section.bodyLine() - 1,
                        section.bodyLine() - 1 + section.body().size()));
        for (Section below : section.sections()) {
            lines.addAll(file.subList(below.line() - 1, below.bodyLine() - 1));
            lines.addAll(standing(below, file));
        }
        return lines;
    }

    private static void headings(Section section, List<String> found) {
        for (Section below : section.sections()) {
            found.add(below.heading());
            headings(below, found);
        }
    }

    /** Headings at the left margin as a plain scan finds them, outside of fences and comments. */
    private static List<String> scanned(List<String> lines) {
        List<String> found = new ArrayList<>();
        String fence = "";
        boolean comment = false;
        for (String line : lines) {
            Matcher fenced = FENCE.matcher(line);
            if (comment) {
                comment = !line.contains("-->");
            } else if (!fence.isEmpty()) {
                fence = fenced.matches()
                                && fenced.group(1).startsWith(fence)
                                && fenced.group(2).isBlank()
                        ? ""
                        : fence;
            } else if (fenced.matches() && !fenced.group(2).contains("`")) {
                fence = fenced.group(1);
            } else if (line.startsWith("<!--")) {
                comment = !line.contains("-->");
            } else {
                Matcher atx = ATX.matcher(line);
                if (atx.matches()) {
                    found.add(atx.group(1) == null ? "" : atx.group(1));
                }
            }
        }
        return found;
    }
}

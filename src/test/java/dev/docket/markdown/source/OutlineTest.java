package dev.docket.markdown.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutlineTest {

    @Test
    void sectionsNestByLevelAndKeepTheirLines() {
        Section root = outline("intro\n\n# A #\n\na\n### B\n\nb\n\nC\n=\nc");

        assertThat(root.text()).isEqualTo("intro");
        assertThat(root.level()).isZero();
        assertThat(root.line()).isZero();
        Section a = root.sections().get(0);
        assertThat(a.heading()).isEqualTo("A");
        assertThat(a.line()).isEqualTo(3);
        assertThat(a.bodyLine()).isEqualTo(4);
        assertThat(a.body()).containsExactly("", "a");
        assertThat(a.lines()).containsExactly("", "a", "### B", "", "b", "");
        assertThat(a.sections()).extracting(Section::level).containsExactly(3);
        assertThat(root.sections().get(1).heading()).isEqualTo("C");
        assertThat(root.sections().get(1).line()).isEqualTo(10);
        assertThat(root.sections().get(1).bodyLine()).isEqualTo(12);
    }

    @Test
    void linesCountFromWhereTheTextBegins() {
        Section root = Outline.of(List.of("x", "# A"), 5);

        assertThat(root.bodyLine()).isEqualTo(5);
        assertThat(root.sections().get(0).line()).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "```\n# A\n```",
                "~~~\n# A",
                "    # A",
                "- # A",
                "> # A",
                "<!--\n# A\n-->",
                "<div>\n# A\n</div>",
                "#A",
                "####### A",
                "\\# A",
                "1. x\n\n   # A",
                "| a |\n|---|\n| # A |",
                "<script>\n\n# A\n\n</script>"
            })
    void whatIsInAnotherBlockIsNoHeading(String text) {
        assertThat(outline(text).sections()).isEmpty();
        assertThat(outline(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#", "# ", "##  ##", "[a]: b\n# ", "# #"})
    void headingsMayBeEmpty(String text) {
        assertThat(outline(text).sections())
                .singleElement()
                .extracting(Section::heading)
                .isEqualTo("");
    }

    @Test
    void headingsKeepTheirMarkdown() {
        assertThat(headings("#  **A** `b` [c](d) <br> ## ##\n# C#\n#\tD \\#\n   ## E"))
                .containsExactly("**A** `b` [c](d) <br> ##", "C#", "D \\#", "E");
    }

    @Test
    void dashesUnderProseAreARule() {
        assertThat(headings("a\nb\nc\n---")).containsExactly("a b c");
        assertThat(headings("a\nb\nc\nd\n---")).isEmpty();
        assertThat(headings("a".repeat(201) + "\n---")).isEmpty();
        assertThat(headings("[x]: y\nA\n---")).containsExactly("A");
        assertThat(headings("a\n\n---\n\nb")).isEmpty();
    }

    @Test
    void theWholeHasHeadingsRelativeToTheSection() {
        Section section = outline("## A\n\na\n\n### B ###\nb\n#### C\n```\n# no\n```\n##### D #1\n\nE #\n---\n")
                .sections()
                .get(0);

        assertThat(section.whole()).isEqualTo("a\n\n# B\n\nb\n\n## C\n\n```\n# no\n```\n\n### D #1");
        assertThat(outline("E #\n---").whole()).isEqualTo("## E \\#");
    }

    @Test
    void aSectionMadeByHandWritesItsLines() {
        Section below = new Section(2, "B", 3, 4, List.of("b"), List.of());
        Section section = new Section(1, "A", 1, 2, List.of("a"), List.of(below));

        assertThat(section.lines()).containsExactly("a", "## B", "b");
    }

    private static Section outline(String text) {
        return Outline.of(text.lines().toList(), 1);
    }

    private static List<String> headings(String text) {
        List<Section> found = new ArrayList<>();
        collect(outline(text), found);
        return found.stream().map(Section::heading).collect(Collectors.toList());
    }

    private static void collect(Section section, List<Section> found) {
        section.sections().forEach(below -> {
            found.add(below);
            collect(below, found);
        });
    }
}

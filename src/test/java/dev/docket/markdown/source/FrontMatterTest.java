package dev.docket.markdown.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontMatterTest {

    @Test
    void valuesStandAsTheyAreWritten() {
        FrontMatter front = of(
                "\n---\nStatus: \"accepted \"\ndate: 2020-01-02\nnumber: 0012\ntags: [a, b]\ndeciders:\n  - X, Y\n  - Z # w\nnone:\nempty: \"\"\ntext: >\n  a\n  b\n---\n# T");

        assertThat(front.lines()).isEqualTo(15);
        assertThat(front.readable()).isTrue();
        assertThat(front.entries())
                .extracting(FrontMatter.Entry::key, FrontMatter.Entry::values)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("status", List.of("accepted")),
                        org.assertj.core.groups.Tuple.tuple("date", List.of("2020-01-02")),
                        org.assertj.core.groups.Tuple.tuple("number", List.of("0012")),
                        org.assertj.core.groups.Tuple.tuple("tags", List.of("a", "b")),
                        org.assertj.core.groups.Tuple.tuple("deciders", List.of("X, Y", "Z")),
                        org.assertj.core.groups.Tuple.tuple("none", List.of()),
                        org.assertj.core.groups.Tuple.tuple("empty", List.of()),
                        org.assertj.core.groups.Tuple.tuple("text", List.of("a b")));
    }

    @Test
    void anEscapeThatStandsForNoTextIsReplaced() {
        FrontMatter front = of("---\n\"k\\0\": \"a\\0b\\ud83cc \\u263a\"\n---\n");

        assertThat(front.readable()).isTrue();
        assertThat(front.entries().get(0).key()).isEqualTo("k\uFFFD");
        assertThat(front.entries().get(0).values()).containsExactly("a\uFFFDb\uFFFDc \u263A");
    }

    @Test
    void everyLineIsOfSomeEntry() {
        FrontMatter front = of("---\n# first\na: b\n# second\nc:\n  d: e\n  f: [g]\n\n---");

        assertThat(front.entries())
                .containsExactly(
                        new FrontMatter.Entry("a", List.of("b"), 3, List.of("# first", "a: b", "# second")),
                        new FrontMatter.Entry(
                                "c", List.of("d: e\nf: [g]"), 5, List.of("c:", "  d: e", "  f: [g]", "")));
    }

    @Test
    void whatIsNestedIsItsSource() {
        FrontMatter front = of("---\nstatus: {proposed | rejected}\npeople:\n- name: 😀 X\n  mail: y\n- Z\n---");

        assertThat(front.entries().get(0).values()).containsExactly("{proposed | rejected}");
        assertThat(front.entries().get(1).values()).containsExactly("name: 😀 X\nmail: y", "Z");
    }

    @Test
    void whatIsNoYamlIsReadByItsKeys() {
        FrontMatter front = of(
                "---\ntitle: A: b\nstatus: [ADR-5](x.md)\ntags: [x, 'y']\nlist:\n - one\n - two\nby: \"X\" # c\n---\n");

        assertThat(front.readable()).isFalse();
        assertThat(front.lines()).isEqualTo(9);
        assertThat(front.entries())
                .extracting(FrontMatter.Entry::key, FrontMatter.Entry::values)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("title", List.of("A: b")),
                        org.assertj.core.groups.Tuple.tuple("status", List.of("[ADR-5](x.md)")),
                        org.assertj.core.groups.Tuple.tuple("tags", List.of("x", "y")),
                        org.assertj.core.groups.Tuple.tuple("list", List.of("one", "two")),
                        org.assertj.core.groups.Tuple.tuple("by", List.of("X")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# A",
                "---",
                "---\na: b\n",
                "---\n\nJust prose.\n\n---\n",
                "---\n# A heading\nand prose\n---",
                "a\n---\nb: c\n---",
                " ---\na: b\n---",
                "----\na: b\n----",
                "---\n- a\n- b\n---"
            })
    void otherTextsHaveNone(String text) {
        assertThat(of(text)).isEqualTo(new FrontMatter(List.of(), 0, true));
    }

    @Test
    void itMayBeEmptyOrEndInDots() {
        assertThat(of("---\n---\n# A")).isEqualTo(new FrontMatter(List.of(), 2, true));
        assertThat(of("---\na: b\n...\n# A").lines()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: !!javax.script.ScriptEngineManager [x]",
                "a: !x y",
                "a: \u0007",
                "a: [[[[[[[[[[[[[[[[[[[[[[[[[[[x",
                "a: *b",
                "a: b\n\tc: d",
                "a: \"b"
            })
    void whatYamlHasBeyondValuesIsNotRead(String yaml) {
        FrontMatter front = of("---\nk: v\n" + yaml + "\n---");

        assertThat(front.readable()).isFalse();
        assertThat(front.entries())
                .first()
                .extracting(FrontMatter.Entry::values)
                .isEqualTo(List.of("v"));
    }

    private static FrontMatter of(String text) {
        return FrontMatter.of(text.lines().toList());
    }
}

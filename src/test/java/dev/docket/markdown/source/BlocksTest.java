package dev.docket.markdown.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BlocksTest {

    @Test
    void paragraphsAndOtherBlocks() {
        List<Block> blocks = Blocks.of("a\nb\n\n> q\n\n<div>\n</div>\n\n---\n\n    code\n\n[x]: y\n\n# H\nc");

        assertThat(blocks)
                .containsExactly(
                        new Paragraph(1, List.of("a", "b")),
                        new Other(4, List.of("> q")),
                        new Other(6, List.of("<div>", "</div>")),
                        new Other(9, List.of("---")),
                        new Other(11, List.of("    code")),
                        new Other(13, List.of("[x]: y")),
                        new Other(15, List.of("# H")),
                        new Paragraph(16, List.of("c")));
    }

    @Test
    void linesCountFromWhereTheTextBegins() {
        assertThat(Blocks.of(List.of("", "a"), 7)).containsExactly(new Paragraph(8, List.of("a")));
    }

    @Test
    void proseOverARuleIsAParagraphAndARule() {
        assertThat(Blocks.of("a\nb\nc\nd\n---"))
                .containsExactly(new Paragraph(1, List.of("a", "b", "c", "d")), new Other(5, List.of("---")));
    }

    @Test
    void itemsLoseMarkerAndBoxAndIndent() {
        Items items = (Items)
                Blocks.of("- a\n  b\nlazy\n- [ ] open\n- [x] done\n  - below\n\n    more\n- [X]\n-\n- [link](x)\n")
                        .get(0);

        assertThat(items.ordered()).isFalse();
        assertThat(items.items())
                .containsExactly(
                        new Item(1, null, "a\nb\nlazy"),
                        new Item(4, false, "open"),
                        new Item(5, true, "done\n- below\n\n  more"),
                        new Item(9, true, ""),
                        new Item(10, null, ""),
                        new Item(11, null, "[link](x)"));
    }

    @Test
    void numberedItemsAndTabsAndCode() {
        Items items = (Items)
                Blocks.of("10. a\n\n    ```\n      x\n    ```\n11.\tb\n\tc").get(0);

        assertThat(items.ordered()).isTrue();
        assertThat(items.items()).containsExactly(new Item(1, null, "a\n\n```\n  x\n```"), new Item(6, null, "b\nc"));
    }

    @Test
    void tablesKeepEveryCell() {
        Table table =
                (Table) Blocks.of("before\n| a | b |\n|---|:-:|\n| 1 | x \\| `y` |\n| 2\n|| 3 | 4 | 5|\n\nafter\n")
                        .get(1);

        assertThat(table.line()).isEqualTo(2);
        assertThat(table.header()).containsExactly("a", "b");
        assertThat(table.rows()).containsExactly(List.of("1", "x | `y`"), List.of("2", ""), List.of("", "3", "4", "5"));
    }

    @Test
    void tablesNeedNoBarsAtTheirEnds() {
        assertThat(Blocks.of("a | b\n- | -\nc | \n")).first().isInstanceOfSatisfying(Table.class, table -> {
            assertThat(table.header()).containsExactly("a", "b");
            assertThat(table.rows()).containsExactly(List.of("c", ""));
        });
    }

    @Test
    void fencesKeepTheirCode() {
        assertThat(Blocks.of("  ```` json x\n  {\n    \"a\": 1\n\n ```\n  }\n  ````\n"))
                .singleElement()
                .isInstanceOfSatisfying(Fence.class, fence -> {
                    assertThat(fence.info()).isEqualTo("json x");
                    assertThat(fence.code()).isEqualTo("{\n  \"a\": 1\n\n```\n}");
                });
        assertThat(Blocks.of("~~~\na"))
                .singleElement()
                .extracting(each -> ((Fence) each).code())
                .isEqualTo("a");
        assertThat(Blocks.of("```\n```"))
                .singleElement()
                .extracting(each -> ((Fence) each).code())
                .isEqualTo("");
    }
}

package dev.docket.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a reader of a report is told, and of which line. */
class WarningsTest {

    @Test
    void anUnknownStatusIsNamedByItsLine() {
        assertThat(Markdown.read("# Use a queue\n\n## Status\n\nOn hold\n", Hint.NONE)
                        .warnings())
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.line()).isEqualTo(5);
                    assertThat(warning.code()).isEqualTo("unknown-status");
                });
    }

    @Test
    void aTitleThatIsTooLongIsCutAndKept() {
        String title = "word ".repeat(200).strip();
        Reading reading = Markdown.read("\n\n# " + title + "\n\nStatus: accepted\n", Hint.NONE);
        assertThat(reading.content().path("title").asText()).hasSize(200).endsWith("…");
        assertThat(reading.content().at("/extraSections/0/text").asText()).isEqualTo(title);
        assertThat(reading.warnings()).extracting(Warning::line).containsExactly(3);
    }

    @Test
    void frontMatterThatIsNoYamlIsRead() {
        Reading reading = Markdown.read("---\nstatus: accepted\nnote: [unclosed\n---\n# A title\n", Hint.NONE);
        assertThat(reading.status().json()).isEqualTo("accepted");
        assertThat(reading.warnings()).extracting(Warning::code).containsExactly("front-matter");
    }
}

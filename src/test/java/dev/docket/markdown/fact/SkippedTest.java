package dev.docket.markdown.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkippedTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            README.md, readme
            adr/_readme.md, readme
            rfd/0089/man/README.md, readme
            CONTRIBUTING.md, readme
            docs/adr/index.md, index
            docs/SUMMARY.md, index
            template.md, template
            adr-template.md, template
            _template.md, template
            rfc-000-template.md, template
            0000-template.md, template
            yyyy-mm-dd-template.md, template
            NNNN-template.md, template
            adr-template-bare-minimal.md, template
            docs/templates/nygard.md, template
            rfd/0042/README.md, record
            0000-use-markdown-adrs.md, record
            adr-014-project-templates.md, record
            0029-template-changes.md, record
            rfc-145-unarchive-govuk_admin_template.md, record
            use-a-template-engine.md, record
            """)
    void theNameTells(String path, String role) {
        assertThat(Skipped.why(path, List.of("# Use X", "", "Because.")))
                .isEqualTo("record".equals(role) ? java.util.Optional.empty() : java.util.Optional.of(role));
    }

    @Test
    void aListOfLinksToRecordsIsAnIndex() {
        assertThat(Skipped.why(
                        "log.md",
                        List.of(
                                "# Decisions",
                                "",
                                "* [1. A](0001-a.md)",
                                "* [2. B](0002-b.md)",
                                "* [3. C](x/0003-c.md)")))
                .contains("index");
        assertThat(Skipped.why("log.md", List.of("# Links", "", "* [1. A](0001-a.md)", "prose", "prose", "prose")))
                .isEmpty();
    }

    @Test
    void aTitleThatNobodyWroteIsATemplate() {
        assertThat(Skipped.why("x.md", List.of("# [short title of solved problem]", "text")))
                .contains("template");
        assertThat(Skipped.why("x.md", List.of("# {short title, representative of solution}")))
                .contains("template");
        assertThat(Skipped.why("x.md", List.of("# NUMBER. TITLE"))).contains("template");
        assertThat(Skipped.why("x.md", List.of("# ADR-NNNN: Title"))).contains("template");
        assertThat(Skipped.why("x.md", List.of("# [A link](to)"))).isEmpty();
    }
}

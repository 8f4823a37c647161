package dev.docket.markdown.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.document.content.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindsTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            docs/adr/0001-x.md, ADR
            rfcs/text/0001-x.md, RFC
            rfd/0042/README.md, RFC
            rfcs/docs/adr/0001-x.md, ADR
            adr/rfc-001-x.md, RFC
            docs/decisions/0001-adopt-the-rfc-process.md, ADR
            0001-x.md, ADR
            """)
    void thePathTells(String path, Kind kind) {
        assertThat(Kinds.of(path, List.of("# X"))).isEqualTo(kind);
    }

    @Test
    void elseTheTitleElseTheSections() {
        assertThat(Kinds.of(null, List.of("# RFC 12: X", "## Decision", "## Consequences")))
                .isEqualTo(Kind.RFC);
        assertThat(Kinds.of(null, List.of("# ADR-12: X", "## Motivation"))).isEqualTo(Kind.ADR);
        assertThat(Kinds.of(null, List.of("# X", "## Motivation", "## Drawbacks")))
                .isEqualTo(Kind.RFC);
        assertThat(Kinds.of(null, List.of("# X", "## Decision", "## Consequences")))
                .isEqualTo(Kind.ADR);
        assertThat(Kinds.of(null, List.of())).isEqualTo(Kind.ADR);
    }
}

package dev.docket.markdown.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.document.content.Kind;
import dev.docket.document.content.Rel;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MentionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '§', textBlock = """
            Superseded by [5. X](0005-x.md)                              § superseded-by ADR 5
            Superceded by [X](./0005-x.md)                               § superseded-by ADR 5
            Supersedes [5. X](0005-x.md) and [6. Y](0006-y.md)           § supersedes ADR 5, supersedes ADR 6
            [Superseded by ADR-5](0005-x.md)                             § superseded-by ADR 5
            superseded by 12                                             § superseded-by ADR 12
            superseded by 12 and 13.                                     § superseded-by ADR 12, superseded-by ADR 13
            'Superseded by: ADR-12, ADR 13'                              § superseded-by ADR 12, superseded-by ADR 13
            replaced by 0012-use-x.md                                    § superseded-by ADR 12
            '"superseded by [ADR-0018](./0018-x.md)"'                    § superseded-by ADR 18
            'supersedes: 0003'                                           § supersedes ADR 3
            'superseded_by: 0003'                                        § superseded-by ADR 3
            '**Supersedes:** 0003'                                       § supersedes ADR 3
            Supersedes [ADR 3](../adr/adr-003-x.md) and adr-004-y.md     § supersedes ADR 3, supersedes ADR 4
            'Supersedes ADR-3. See ADR-4 for more'                       § supersedes ADR 3, null ADR 4
            Amends ADR-5, superseded by ADR-9                            § amends ADR 5, superseded-by ADR 9
            Amended by [7. Y](0007-y.md)                                 § amended-by ADR 7
            '| Depends On | ADR-001 | Protocols |'                       § depends-on ADR 1
            Required by RFC-0007                                         § required-by RFC 7
            Implements [RFC 87](../rfcs/0087-bom.md)                     § implements RFC 87
            Implemented by ADR 2                                         § implemented-by ADR 2
            'Related ADRs: [0012 Y](0012-y.md)'                          § relates-to ADR 12
            Relates to ADR-1                                             § relates-to ADR 1
            'Implements ADR-1 · Refines ADR-2'                           § implements ADR 1, null ADR 2
            see RFC 0087                                                 § null RFC 87
            see [RFD 89](../0089/README.md)                              § null RFC 89
            see [the other](../0089/)                                    § null ADR 89
            see `docs/adr/0012-use-x.md`.                                § null ADR 12
            https://github.com/rust-lang/rfcs/blob/master/text/0087-b.md § null RFC 87
            [x](https://git.example/adr/0012-use-x.md#context)           § null ADR 12
            0012                                                         § null ADR 12
            '3, 5'                                                       § null ADR 3, null ADR 5
            ersetzt durch ADR-5                                          § superseded-by ADR 5
            """)
    void documentsAreNamedInManyWays(String text, String expected) {
        assertThat(said(Mentions.in(text, Kind.ADR))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fixes #12",
                "superseded by #12",
                "[rfc#7](https://github.com/buildpacks/rfcs/pull/7)",
                "[RFC 7231](https://tools.ietf.org/html/rfc7231)",
                "as RFC 7231 says",
                "https://github.com/x/adr/issues/12",
                "superseded by 3 other records",
                "superseded by 2020-01-02",
                "2020-01-02",
                "we have 12 services in 3 regions",
                "ADR-0",
                "the 12-factor app",
                "see 2023-09-22-hosting.md",
                "![diagram](0012-x.png)",
                "replaces Kafka 3.5"
            })
    void issuesAndStandardsAndOtherNumbersAreNone(String text) {
        assertThat(Mentions.in(text, Kind.ADR)).isEmpty();
    }

    @Test
    void theWordsAreKeptAndTheKindIsTheDocumentsOwn() {
        assertThat(Mentions.in("- Supersedes: [X](0045-x.md)\n- ADR-3 too", Kind.RFC))
                .containsExactly(
                        new Mention(Rel.SUPERSEDES, Kind.RFC, 45, "[X](0045-x.md)"),
                        new Mention(null, Kind.ADR, 3, "ADR-3"));
    }

    private static String said(List<Mention> mentions) {
        return mentions.stream()
                .map(each ->
                        (each.rel() == null ? "null" : each.rel().json()) + " " + each.kind() + " " + each.number())
                .collect(Collectors.joining(", "));
    }
}

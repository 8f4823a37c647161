package dev.docket.markdown.fact;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            0014-allow-neutral-arguments.md, 14
            docs/adr/0001-x.md, 1
            adr-007-configuration-updates.md, 7
            ADR-7.md, 7
            ADR_0012_use_x.md, 12
            adr0012.md, 12
            rfc-044-unpublishing.md, 44
            0004a-ancestry.md, 4
            SPEC-003-A-Goal-Record-Schema.md, 3
            rfd/0042/README.md, 42
            keps/sig-node/1234-foo/README.md, 1234
            0042-use-x/index.md, 42
            docs\\adr\\0009-x.md, 9
            text/0118-2023H1-roadmap.md, 118
            3.use-x.md, 3
            0012 Use X.md, 12
            12_use-x.markdown, 12
            team-adr-0031-x.md, 31
            proj-0031-x.md, 31
            999999-x.md, 999999
            """)
    void fileNamesGiveNumbers(String path, int number) {
        assertThat(Numbers.ofPath(path)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-use-markdown-adrs.md",
                "2023-09-22-x.md",
                "20230612-x.md",
                "2020_03_03_x.md",
                "202306-x.md",
                "rfc-128/compatibility.md",
                "rfd/0089/man/README.md",
                "README.md",
                "use-2-layers.md",
                "3d-rendering.md",
                "adr/README.md",
                "template.md",
                "",
                "/",
                "v2.md",
                "99999999999999.md",
                "1234567-x.md",
                "ipv6.md"
            })
    void datesAndPlaceholdersAndOtherDigitsAreNone(String path) {
        assertThat(Numbers.ofPath(path)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            ADR-012: Use X                               | -   | 12  | Use X
            ADR 12 - Use X                               | -   | 12  | Use X
            ADR-0012 Use X                               | -   | 12  | Use X
            12. Use X                                    | -   | 12  | Use X
            4.   Divide the system                       | 4   | 4   | Divide the system
            3. Networking Outline                        | 33  | 3   | Networking Outline
            0012 - Use X                                 | -   | 12  | Use X
            RFC 7 - X                                    | -   | 7   | X
            RFC#0105: Support Dockerfiles                | -   | 105 | Support Dockerfiles
            RFC 95: Long term future                     | 95  | 95  | Long term future
            RFC 💯: Update linting system                | 100 | -   | Update linting system
            RFC: React Server Components                 | 188 | -   | React Server Components
            RFD 100 Improving lint                       | 100 | 100 | Improving lint
            SPEC-003-A: Goal Record Schema               | 3   | 3   | Goal Record Schema
            Architecture Decision Record: Use ADRs       | 1   | -   | Use ADRs
            Architecture Decision Record 5: Use ADRs     | 1   | 5   | Use ADRs
            144 More reliable deployment                 | 144 | 144 | More reliable deployment
            12 Factor Rails apps                         | 26  | -   | 12 Factor Rails apps
            2023H1 Roadmap                               | 118 | -   | 2023H1 Roadmap
            **ADR-012**: Use X                           | -   | 12  | Use X
            [ADR-012] Use X                              | -   | 12  | Use X
            Use X                                        | 7   | -   | Use X
            ADR                                          | 7   | -   | ADR
            ADR-7                                        | 7   | 7   | ADR-7
            ADRs are useful                              | 7   | -   | ADRs are useful
            Record architecture decisions                | 1   | -   | Record architecture decisions
            Decision: use X                              | 1   | -   | use X
            Drop the X                                   | 1   | -   | Drop the X
            1.2.3 of X                                   | -   | -   | 1.2.3 of X
            C#                                           | -   | -   | C#
            """)
    void headingsAreANumberAndATitle(String heading, @Nullable Integer ofPath, @Nullable Integer number, String title) {
        assertThat(Numbers.ofHeading(heading, ofPath)).isEqualTo(new Numbers.Titled(number, title));
    }
}

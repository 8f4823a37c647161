package dev.docket.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            Partition the ledger          | 0042-partition-the-ledger.md
            "  Use gRPC -- or REST?!  "   | 0042-use-grpc-or-rest.md
            Don't merchants’ payouts wait | 0042-dont-merchants-payouts-wait.md
            Größe, Œuvre, Łódź, Þór       | 0042-grosse-oeuvre-lodz-thor.md
            ÅNGSTRÖM ıIİ                  | 0042-angstrom-iii.md
            ﬁle № ½                       | 0042-file-no-1-2.md
            ../../etc/passwd              | 0042-etc-passwd.md
            決定                          | 0042-untitled.md
            ---                           | 0042-untitled.md
            """)
    void theTitleBecomesWordsInAscii(String title, String fileName) {
        assertThat(Slug.fileName(42, title)).isEqualTo(fileName);
    }

    @Test
    void numbersHaveFourDigitsOrMore() {
        assertThat(Slug.fileName(1, "A")).isEqualTo("0001-a.md");
        assertThat(Slug.fileName(999_999, "A")).isEqualTo("999999-a.md");
    }
}

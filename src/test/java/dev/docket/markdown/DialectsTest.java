package dev.docket.markdown;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file of each dialect, of our own writing, with all that is to be read from it beside it. */
class DialectsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0003-nygard.md",
                "0005-deutsch.md",
                "0006-francais.md",
                "0007-madr-1.md",
                "0012-madr-2.md",
                "0021-madr-3.md",
                "0030-madr-4.md",
                "20240214-log4brains.md",
                "ADR-9.md",
                "004-column-table.md",
                "ADR-014-y-statement.md",
                "0123-rust.md",
                "0045-react.md",
                "0088-buildpacks.md",
                "0301-swift.md",
                "rfc-061-govuk.md",
                "kep-2211.md",
                "0017/README.md"
            })
    void aFileIsReadAsItsAuthorMeantIt(String path) throws IOException {
        Reading reading = Markdown.read(resource(path), new Hint(null, null, path));
        assertThat(ReadingJson.of(reading).toPrettyString())
                .isEqualTo(new ObjectMapper()
                        .readTree(resource(path.replaceFirst("\\.md$", ".json")))
                        .toPrettyString());
    }

    private static String resource(String path) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(DialectsTest.class.getResourceAsStream("/markdown/" + path), path)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}

package dev.docket.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Negotiation as RFC 9110, section 12.5.1, wants it. */
class AcceptTest {

    private static final List<MediaType> OFFERED =
            List.of(MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf("text/markdown"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            */*                                                        | application/json
            application/*                                              | application/json
            text/*                                                     | text/markdown
            TEXT/Markdown                                              | text/markdown
            text/markdown; charset=utf-8; variant=GFM                  | text/markdown
            text/markdown, */*                                         | text/markdown
            */*, text/markdown                                         | text/markdown
            text/markdown, application/json                            | text/markdown
            application/json, text/markdown                            | application/json
            application/json;q=0.5, text/markdown;q=0.9                | text/markdown
            application/json;q=0.9, text/markdown; q = 0.899           | application/json
            text/markdown;q=0.1, */*                                   | application/json
            application/json;q=0, */*                                  | text/markdown
            application/json;q=0.0, text/*;q=0.001                     | text/markdown
            text/html, application/xhtml+xml, */*;q=0.8                | application/json
            text/html, nonsense, /, text/markdown;q=0.2                | text/markdown
            text/markdown;q=2                                          | text/markdown
            """)
    void theBestIsWhatTheCallerWantsMost(String accept, String best) {
        assertThat(Accept.of(accept).best(OFFERED)).map(MediaType::toString).contains(best);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text/html
            text/markdown;q=0
            text/markdown;q=0, text/*;q=0, application/*;q=0.000
            */*;q=0
            nonsense
            ''
            """)
    void nothingWillDo(String accept) {
        assertThat(Accept.of(accept).best(OFFERED)).isEmpty();
    }
}

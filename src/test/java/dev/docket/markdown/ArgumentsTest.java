package dev.docket.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Good, because it is small        | it is small
            **Good**, because it is small    | it is small
            *Good*, since it is small        | since it is small
            Good because it is small         | it is small
            Good, because: it is small       | it is small
            Good - it is small               | it is small
            Good: it is small                | it is small
            Good, it is small                | it is small
            Good, [it](x.md) is small        | [it](x.md) is small
            Pro: it is small                 | it is small
            Pros - it is small               | it is small
            Advantage: it is small           | it is small
            ✅ it is small                   | it is small
            :white_check_mark: it is small   | it is small
            `+` it is small                  | it is small
            (+) it is small                  | it is small
            Gut, weil klein                  | klein
            Bon, parce que petit             | petit
            """)
    void isFor(String item, String text) {
        assertThat(Arguments.of(item)).hasValueSatisfying(argument -> {
            assertThat(argument.good()).isTrue();
            assertThat(argument.texts()).containsExactly(text);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Bad, because it is slow   | it is slow
            Bad, if it is slow        | if it is slow
            Bad – it is slow          | it is slow
            Con: it is slow           | it is slow
            ❌ it is slow             | it is slow
            `-` it is slow            | it is slow
            Schlecht, weil langsam    | langsam
            """)
    void isAgainst(String item, String text) {
        assertThat(Arguments.of(item)).hasValueSatisfying(argument -> {
            assertThat(argument.good()).isFalse();
            assertThat(argument.texts()).containsExactly(text);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Neutral, because it is as before",
                "OK, because it is as before",
                "Semi-bad, because it is slow",
                "⚖️ it is as before",
                "⚠️ it needs care",
                "Good enough for us",
                "Goods are kept",
                "Bad/good, because …",
                "Prose: written by hand",
                "Conway said so",
                "`a + b` is small",
                "-1 is no index"
            })
    void isOnNoSide(String item) {
        assertThat(Arguments.of(item)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"**Good, because:**\n* small\n* fast", "Pros:\n    - small\n    - fast"})
    void aLabelOverAListHeadsEachItem(String item) {
        assertThat(Arguments.of(item))
                .hasValueSatisfying(argument -> assertThat(argument.texts()).containsExactly("small", "fast"));
    }
}

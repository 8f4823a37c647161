package dev.docket.markdown.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextTest {

    @Test
    void allLineEndsAreOne() {
        assertThat(Text.of("\uFEFFa\r\nb\rc\n\nd\u2028e".getBytes(UTF_8)))
                .isEqualTo(new Text.Decoded(List.of("a", "b", "c", "", "d\u2028e"), false, false));
        assertThat(Text.of("a\n".getBytes(UTF_8)).lines()).containsExactly("a");
        assertThat(Text.of(new byte[0]).lines()).isEmpty();
    }

    @Test
    void utf16IsToldByItsMark() {
        assertThat(Text.of("\uFEFFä\nb".getBytes(UTF_16LE)))
                .isEqualTo(new Text.Decoded(List.of("ä", "b"), false, false));
        assertThat(Text.of("\uFEFFä\nb".getBytes(UTF_16BE)))
                .isEqualTo(new Text.Decoded(List.of("ä", "b"), false, false));
    }

    @Test
    void brokenBytesAreRepaired() {
        Text.Decoded decoded = Text.of("Ein Satz mit einem ä darin".getBytes(ISO_8859_1));

        assertThat(decoded.lines()).containsExactly("Ein Satz mit einem \uFFFD darin");
        assertThat(decoded.repaired()).isTrue();
        assertThat(decoded.binary()).isFalse();
        assertThat(Text.of("an author's own \uFFFD".getBytes(UTF_8)).repaired()).isFalse();
    }

    @Test
    void whatIsNoTextIsBinary() {
        assertThat(Text.of(new byte[] {'a', 0, 'b'})).isEqualTo(new Text.Decoded(List.of("a\uFFFDb"), true, true));
        assertThat(Text.of(new byte[] {(byte) 0x89, 'P', 'N', 'G', (byte) 0xff, (byte) 0xfe})
                        .binary())
                .isTrue();
    }

    @Test
    void wordsAreCounted() {
        assertThat(Words.count("The cat, the Ä-cat: 12a")).isEqualTo(Map.of("the", 2, "cat", 2, "ä", 1, "12a", 1));
    }
}

package dev.docket.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedBuffersTest {

    @ParameterizedTest
    @CsvSource({"512, 128", "2048, 128", "4096, 256", "16384, 1024", "65536, 1024"})
    void isASixteenthBetweenTwoBounds(long memory, long buffers) {
        assertThat(SharedBuffers.of(memory)).isEqualTo(buffers);
    }

    @Test
    void knowsTheMemoryOfThisMachine() {
        assertThat(SharedBuffers.memory()).isGreaterThan(256);
    }
}

package dev.docket.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Whoever was built against the released contract must go on working with the current one. */
class ContractCompatibilityTest {
    private static final Path RELEASED = Path.of("src/test/resources/contract/released.yaml");
    private static final Path CURRENT = Path.of("openapi.yaml");

    @Test
    void breaksNothingThatWasReleased() {
        assertThat(BreakingChanges.between(
                        OpenApi.read(RELEASED).root(), OpenApi.read(CURRENT).root()))
                .isEmpty();
    }
}

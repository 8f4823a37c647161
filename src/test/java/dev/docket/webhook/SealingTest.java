package dev.docket.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How secrets are kept. */
class SealingTest {

    private static final String OLD = "an-old-key-of-thirty-two-characters-or-more";
    private static final String NEW = "a-new-key-of-thirty-two-characters-or-more";

    private final SigningSecret secret = SigningSecret.fresh();

    @Test
    void whatAKeySealedOpensWithItAlone() {
        byte[] sealed = new Sealing(List.of(OLD)).seal(7, secret);
        assertThat(HexFormat.of().formatHex(sealed))
                .doesNotContain(HexFormat.of().formatHex(secret.bytes()));
        assertThat(new Sealing(List.of(OLD)).open(7, sealed).text()).isEqualTo(secret.text());
        assertThat(new Sealing(List.of(NEW, OLD)).open(7, sealed).text()).isEqualTo(secret.text());
        for (Sealing other : List.of(new Sealing(List.of(NEW)), new Sealing(List.of()))) {
            assertThatThrownBy(() -> other.open(7, sealed))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("webhook 7");
        }
        assertThatThrownBy(() -> new Sealing(List.of(OLD)).open(8, sealed))
                .as("in the row of another webhook")
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void withoutAKeyItIsKeptOpenAndStaysReadable() {
        byte[] kept = new Sealing(List.of()).seal(7, secret);
        assertThat(new Sealing(List.of(NEW)).open(7, kept).text()).isEqualTo(secret.text());
    }

    @Test
    void aShortKeyIsRefused() {
        assertThatThrownBy(() -> new Sealing(List.of("short"))).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void secretsDoNotShowThemselves() {
        assertThat(secret.toString()).doesNotContain(secret.text().substring(6));
        assertThat(SigningSecret.read(secret.text()).orElseThrow().bytes()).isEqualTo(secret.bytes());
    }
}

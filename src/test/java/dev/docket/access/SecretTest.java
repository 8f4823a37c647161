package dev.docket.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a token looks like. */
class SecretTest {

    @Test
    void aFreshOneHasTheFormThatScannersLookFor() {
        assertThat(Secret.fresh().text()).matches("dkt_[0-9A-Za-z]{32}_[0-9A-Za-z]{6}");
    }

    @Test
    void noTwoAreTheSame() {
        assertThat(Stream.generate(Secret::fresh).limit(1_000).map(Secret::text).collect(Collectors.toSet()))
                .hasSize(1_000);
    }

    @Test
    void theChecksumIsTheCrc32InBase62() {
        String zeros = "0".repeat(32);
        assertThat(new Secret("dkt_" + zeros + "_" + base62(crc32(zeros))).mistyped())
                .isFalse();
        assertThat(new Secret("dkt_" + zeros + "_000000").mistyped()).isTrue();
    }

    @Test
    void everySlipOfOneCharacterIsNoticed() {
        String text = Secret.fresh().text();
        for (int i = 4; i < text.length(); i++) {
            if (text.charAt(i) != '_') {
                char other = text.charAt(i) == 'x' ? 'y' : 'x';
                String slip = text.substring(0, i) + other + text.substring(i + 1);
                assertThat(new Secret(slip).mistyped()).as(slip).isTrue();
            }
        }
        assertThat(new Secret(text).mistyped()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a text of the operator's own choice!", "dkt_short_000000", "dkt_", ""})
    void aTextOfAnotherFormIsNotOursToCheck(String text) {
        assertThat(new Secret(text).mistyped()).isFalse();
    }

    @Test
    void itIsHashedAndNeverShown() throws Exception {
        Secret secret = new Secret("a text of the operator's own choice!");
        assertThat(secret.hash())
                .isEqualTo(MessageDigest.getInstance("SHA-256")
                        .digest(secret.text().getBytes(StandardCharsets.UTF_8)));
        assertThat(secret.toString()).doesNotContain(secret.text());
    }

    private static long crc32(String text) {
        long crc = 0xFFFFFFFFL;
        for (byte each : text.getBytes(StandardCharsets.US_ASCII)) {
            crc ^= each;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 1 ? (crc >>> 1) ^ 0xEDB88320L : crc >>> 1;
            }
        }
        return crc ^ 0xFFFFFFFFL;
    }

    private static String base62(long number) {
        String digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        String text = "";
        for (long rest = number; text.length() < 6; rest /= 62) {
            text = digits.charAt((int) (rest % 62)) + text;
        }
        return text;
    }
}

package dev.docket.protection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.api.Masking;
import java.util.logging.Level;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no line of the log shows. */
class SecretMaskTest {

    private static final String TOKEN = "dkt_0000000000000000000000000000abcd_4S0Yzd";

    private final SecretMask mask = new SecretMask();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "token dkt_0000000000000000000000000000abcd_4S0Yzd was used | token dkt_*** was used",
                "dkt_0000000000000000 | dkt_***",
                "secret whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw= of hook 3 | secret whsec_*** of hook 3",
                "for eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln-_1 the key | for eyJ*** the key",
                "{\"id_token\":\"eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.\",\"x\":1} | {\"id_token\":\"eyJ***\",\"x\":1}",
                "Authorization: Bearer a.b.c-d | Authorization: Bearer ***",
                "{\"authorization\":\"Bearer abcdefgh\",\"x\":1} | {\"authorization\":\"Bearer ***\",\"x\":1}",
                "authorization=Basic YWRtaW46YWRtaW4= sent | authorization=Basic *** sent",
                "headers [bearer the-bootstrap-token-0123456789] | headers [bearer ***]",
                "jdbc:postgresql://db/docket?user=a&password=hunter2&ssl=true | jdbc:postgresql://db/docket?user=a&password=***&ssl=true",
                "postgresql://docket:hunter2@db:5432/docket | postgresql://docket:***@db:5432/docket",
                "{\"password\": \"hunter2\"} | {\"password\": \"***\"}",
                "client_secret=abc123&grant=x | client_secret=***&grant=x",
                "docket.bootstrap-token=the-bootstrap-token-0123456789 | docket.bootstrap-token=***"
            })
    void aSecretIsMaskedWhereverItStands(String said, String shown) {
        assertThat(shown("dev.docket.somewhere", said, null)).isEqualTo(shown + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The bearer of bad news",
                "http://host:8080/path",
                "a password is wanted",
                "dkt_",
                "10:30",
                "eyJ",
                "eyJa b.c"
            })
    void theRestIsShownAsItIs(String said) {
        assertThat(Masking.mask(said)).isSameAs(said);
    }

    @Test
    void parametersAreLookedAtToo() {
        ExtLogRecord line = line("dev.docket.somewhere", "%s of %s", null);
        line.setParameters(new Object[] {TOKEN, "portal"});
        mask.isLoggable(line);
        assertThat(text(line)).isEqualTo("dkt_*** of portal\n");
    }

    @Test
    void exceptionsAndTheirCausesAreLookedAtToo() {
        var deepest = new IllegalStateException("no connection to jdbc:postgresql://db/docket?password=hunter2");
        deepest.initCause(new IllegalArgumentException("circle", deepest));
        var thrown = new RuntimeException("it failed", deepest);
        thrown.addSuppressed(new RuntimeException("Authorization: Bearer " + TOKEN));
        String shown = shown("dev.docket.somewhere", "failed", thrown);
        assertThat(shown)
                .doesNotContain("hunter2", TOKEN)
                .contains(
                        "password=***", "Bearer ***", "it failed", "IllegalStateException", "at dev.docket.protection");
    }

    @Test
    void onlyTheFirstAdminsTokenIsShownOnce() {
        assertThat(shown("dev.docket.access.Bootstrap", TOKEN, null)).contains(TOKEN);
        assertThat(shown("dev.docket.access.Tokens", TOKEN, null)).doesNotContain(TOKEN);
    }

    @Test
    void noTextTakesLong() {
        String endless = "password".repeat(100_000)
                + "eyJ".repeat(100_000)
                + "bearer ".repeat(100_000)
                + "://a:".repeat(100_000);
        assertThat(Masking.mask(endless)).isNotEmpty();
    }

    private String shown(String logger, String said, @Nullable Throwable thrown) {
        ExtLogRecord line = line(logger, said, thrown);
        assertThat(mask.isLoggable(line)).isTrue();
        return text(line);
    }

    private static ExtLogRecord line(String logger, String said, @Nullable Throwable thrown) {
        var line = new ExtLogRecord(Level.INFO, said, ExtLogRecord.FormatStyle.PRINTF, SecretMaskTest.class.getName());
        line.setLoggerName(logger);
        line.setThrown(thrown);
        return line;
    }

    private static String text(ExtLogRecord line) {
        return new PatternFormatter("%s%e%n").format(line).replace("\r", "");
    }
}

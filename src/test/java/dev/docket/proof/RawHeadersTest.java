package dev.docket.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Strings that no client puts into a header, sent by hand: refused or passed over, and never echoed into one. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class RawHeadersTest {

    private static final int PATIENCE_MILLIS = 20_000;

    private static final List<String> HEADERS = List.of(
            "Accept",
            "Authorization",
            "Content-Type",
            "If-Match",
            "If-None-Match",
            "Origin",
            "traceparent",
            "X-Forwarded-For");

    @Test
    void noHeaderBecomesAnother() throws IOException {
        int cases = 0;
        for (String string : Strings.ALL) {
            for (String header : HEADERS) {
                String answer = answer(header, string);
                String name = header + " with " + Strings.shown(string) + ": " + answer;
                assertThat(answer).as(name).matches("(?s)HTTP/1\\.1 [234]\\d\\d .*");
                assertThat(headers(answer)).as(name).doesNotContain("x-injected");
                cases++;
            }
        }
        Tally.count("injections: string x header, by hand", cases);
    }

    private static String headers(String answer) {
        return answer.substring(0, Math.max(0, answer.indexOf("\r\n\r\n"))).toLowerCase(Locale.ROOT);
    }

    private static String answer(String header, String value) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            String signedIn = header.equals("Authorization") ? "" : "Authorization: Bearer " + Api.ADMIN + "\r\n";
            socket.getOutputStream()
                    .write("GET /api/v1/me HTTP/1.1\r\nHost: x\r\nConnection: close\r\n%s%s: %s\r\n\r\n"
                            .formatted(signedIn, header, value)
                            .getBytes(UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}

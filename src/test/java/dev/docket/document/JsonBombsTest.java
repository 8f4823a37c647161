package dev.docket.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.document.content.Kind;
import dev.docket.postgres.TestPostgres;
import dev.docket.proof.Tally;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies made to break what reads them: each is refused within a second, and changes nothing. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class JsonBombsTest {

    /** The best of a few tries: the machine may be busy with something else. */
    private static final Duration SOON = Duration.ofSeconds(1);

    /** The first bomb of a kind also pays for the loading of what refuses it. */
    private static final int TRIES = 3;

    private static final int PATIENCE_MILLIS = 20_000;

    /** One document for all of them: none may change it. */
    private static @Nullable Desk shared;

    private final HttpClient client = HttpClient.newHttpClient();

    private static Desk desk() {
        Desk desk = shared;
        if (desk == null) {
            desk = Desk.ofNewProject();
            desk.created(Kind.ADR, Desk.complete(Kind.ADR));
            shared = desk;
        }
        return desk;
    }

    static Stream<Bomb> bombs() {
        return Stream.of(BadSyntax.bombs(), BigBodies.bombs(), BadPatches.bombs())
                .flatMap(each -> each);
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void aBombIsRefusedSoonAndChangesNothing(Bomb bomb) throws Exception {
        boolean patch = !bomb.type().equals(Bomb.JSON) && bomb.type().endsWith("+json");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port
                        + (patch ? desk().path(Kind.ADR, 1) : desk().path(Kind.ADR))))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", desk().authorization())
                .header("Content-Type", bomb.type())
                .method(patch ? "PATCH" : "POST", BodyPublishers.ofByteArray(bomb.body()));
        if (patch) {
            request.header("If-Match", "\"1\"");
        }
        bomb.headers().forEach(request::header);
        Duration taken = SOON;
        for (int i = 0; i < TRIES && taken.compareTo(SOON) >= 0; i++) {
            taken = refused(request.build());
        }
        assertThat(taken).isLessThan(SOON);
        Tally.most("JSON bombs: milliseconds that one took", taken.toMillis());
        nothingChanged();
        Tally.count("JSON bombs", 1);
    }

    /** How long it took. */
    private Duration refused(HttpRequest request) throws Exception {
        long began = System.nanoTime();
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        Duration taken = Duration.ofNanos(System.nanoTime() - began);
        assertThat(response.statusCode()).as(response.body()).isBetween(400, 499);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(response.body())
                .hasSizeLessThan(10_000)
                .doesNotContain("jackson", "java.", "flipkart", "Exception", "SELECT");
        return taken;
    }

    @Test
    void aBodyWithoutEndIsCutOff() throws Exception {
        try (Socket socket = open("Transfer-Encoding: chunked")) {
            OutputStream out = socket.getOutputStream();
            byte[] chunk = ("100000\r\n" + "[".repeat(0x100000) + "\r\n").getBytes(UTF_8);
            long sent = 0;
            try {
                for (; sent < 200 && socket.getInputStream().available() == 0; sent++) {
                    out.write(chunk);
                }
            } catch (IOException closed) {
                // Refused and closed: that is what is wanted.
            }
            assertThat(sent).as("MiB sent").isLessThan(100);
        }
        nothingChanged();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 99999999999999",
                "Content-Length: 99999999999999999999999999",
                "Content-Length: -1",
                "Content-Length: 12\r\nContent-Length: 13",
                "Content-Length: twelve",
                "Transfer-Encoding: chunked\r\nX-Filler: aaaa\r\nContent-Length: 4"
            })
    void aLengthThatLiesChangesNothing(String length) throws Exception {
        try (Socket socket = open(length)) {
            socket.getOutputStream().write("{\"title\":\"a\"}".getBytes(UTF_8));
            socket.getOutputStream().flush();
            assertThat(firstLine(socket.getInputStream())).matches("HTTP/1.1 4\\d\\d .*");
        }
        nothingChanged();
        Tally.count("JSON bombs", 1);
    }

    @Test
    void halfABodyChangesNothing() throws Exception {
        try (Socket socket = open("Content-Length: 1000")) {
            socket.getOutputStream().write("{\"title\":\"a\"}".getBytes(UTF_8));
        }
        nothingChanged();
    }

    private void nothingChanged() {
        assertThat(desk().tag(Kind.ADR, 1)).isEqualTo("\"1\"");
        assertThat(desk().request().get(desk().path(Kind.ADR)).<Integer>path("items.size()"))
                .isOne();
    }

    private Socket open(String lengths) throws IOException {
        Socket socket = new Socket("localhost", RestAssured.port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.getOutputStream()
                .write("POST %s HTTP/1.1\r\nHost: x\r\nAuthorization: %s\r\nContent-Type: %s\r\n%s\r\n\r\n"
                        .formatted(desk().path(Kind.ADR), desk().authorization(), Bomb.JSON, lengths)
                        .getBytes(UTF_8));
        return socket;
    }

    private static String firstLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\r'; c = in.read()) {
            line.append((char) c);
        }
        return line.toString();
    }
}

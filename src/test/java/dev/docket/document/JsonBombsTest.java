package dev.docket.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.document.content.Kind;
import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies made to break what reads them: each is refused within a second, and changes nothing. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class JsonBombsTest {

    /** A second, and one more for a machine that is busy with something else. */
    private static final Duration SOON = Duration.ofSeconds(2);

    /** The first bomb of a kind also pays for the loading of what refuses it. */
    private static final int TRIES = 3;

    private static final int PATIENCE_MILLIS = 20_000;

    private static final String JSON = "application/json";
    private static final String MERGE = "application/merge-patch+json";
    private static final String PATCH = "application/json-patch+json";

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

    record Bomb(String name, String type, byte[] body, Map<String, String> headers) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Bomb> bombs() {
        return Stream.of(syntax(), sizes(), numbers(), encodings(), patches()).flatMap(each -> each);
    }

    private static Stream<Bomb> syntax() {
        return Stream.of(
                bomb("arrays 100,000 deep", "[".repeat(100_000)),
                bomb("closed arrays 100,000 deep", "[".repeat(100_000) + "]".repeat(100_000)),
                bomb("objects 100,000 deep", "{\"a\":".repeat(100_000)),
                bomb("arrays deep in a member", member("context", "[".repeat(70) + "]".repeat(70))),
                bomb("one level too deep", member("context", "[".repeat(64) + "]".repeat(64))),
                bomb("arrays and objects in turn", "[{\"a\":".repeat(50_000)),
                bomb("a member twice", "{\"title\":\"a\",\"title\":\"b\"}"),
                bomb("a member 100,000 times", "{" + "\"title\":\"a\",".repeat(100_000) + "\"title\":\"b\"}"),
                bomb("a member twice, once escaped", "{\"title\":\"a\",\"\\u0074itle\":\"b\"}"),
                bomb("NaN", member("title", "NaN")),
                bomb("Infinity", member("title", "-Infinity")),
                bomb("a comment", "{/* */\"title\":\"a\"}"),
                bomb("a comment to the end of the line", "{\"title\":\"a\"// b\n}"),
                bomb("a comma at the end of an object", "{\"title\":\"a\",}"),
                bomb("a comma at the end of an array", member("tags", "[\"a\",]")),
                bomb("single quotes", "{'title':'a'}"),
                bomb("a name without quotes", "{title:\"a\"}"),
                bomb("a string without end", "{\"title\":\"a"),
                bomb("two values", "{\"title\":\"a\"}{\"title\":\"b\"}"),
                bomb("something behind the value", "{\"title\":\"a\"}]"),
                bomb("nothing", ""),
                bomb("a raw NUL", "{\"title\":\"a\0b\"}"),
                bomb("an escaped NUL", member("title", "\"a\\u0000b\"")),
                bomb("an escaped NUL in a name", "{\"ti\\u0000tle\":\"a\"}"),
                bomb("a raw control character", "{\"title\":\"a\u0007b\"}"),
                bomb("the first half of a pair", member("title", "\"\\ud83d\"")),
                bomb("the second half of a pair", member("title", "\"\\ude00\"")),
                bomb("a pair the wrong way round", member("title", "\"\\ude00\\ud83d\"")),
                bomb("half a pair in a name", "{\"\\ud83d\":\"a\"}"),
                bomb("an unknown escape", member("title", "\"\\x41\"")));
    }

    private static Stream<Bomb> sizes() {
        return Stream.of(
                bomb("a title of almost 4 MiB", member("title", "\"" + "x".repeat((4 << 20) - 100) + "\"")),
                bomb("a title of more than 4 MiB", member("title", "\"" + "x".repeat(5 << 20) + "\"")),
                bomb("4 MiB of spaces", " ".repeat(4 << 20)),
                bomb("a name of 100,000 characters", "{\"" + "k".repeat(100_000) + "\":1}"),
                bomb("100,000 names", keys(IntStream.range(0, 100_000).mapToObj(i -> "k" + i))),
                bomb("16,384 names of one hash", keys(collisions(14))),
                bomb("a million arrays", member("tags", "[" + "[],".repeat(1_000_000) + "[]]")),
                bomb("300,000 tags", member("tags", "[" + "\"a\",".repeat(300_000) + "\"a\"]")),
                bomb("100,000 options", member("options", "[" + "{\"name\":\"a\"},".repeat(100_000) + "{}]")),
                bomb("100,000 escapes", member("title", "\"" + "\\u0041".repeat(100_000) + "\"")));
    }

    private static Stream<Bomb> numbers() {
        return Stream.of(
                bomb("1e999999999 for a text", member("title", "1e999999999")),
                bomb("1e999999999 for a number", member("number", "1e999999999")),
                bomb("-1e-999999999", member("number", "-1e-999999999")),
                bomb("an exponent that no int holds", member("revision", "1e99999999999999999999")),
                bomb("100,000 digits", member("number", "9".repeat(100_000))),
                bomb("100,000 digits behind the point", member("number", "0." + "0".repeat(100_000) + "1")),
                bomb("two to the power of 64", member("number", "18446744073709551616")),
                bomb("a leading zero", member("number", "007")),
                bomb("a leading plus", member("number", "+1")),
                bomb("hexadecimal", member("number", "0x10")));
    }

    private static Stream<Bomb> encodings() {
        String good = member("title", "\"a\"");
        return Stream.of(
                new Bomb("a byte order mark", JSON, ("\uFEFF" + good).getBytes(UTF_8), Map.of()),
                new Bomb("UTF-16", JSON, good.getBytes(Charset.forName("UTF-16")), Map.of()),
                new Bomb("UTF-16, little end first", JSON, good.getBytes(Charset.forName("UTF-16LE")), Map.of()),
                new Bomb("UTF-32", JSON, good.getBytes(Charset.forName("UTF-32BE")), Map.of()),
                new Bomb(
                        "Latin-1",
                        JSON,
                        member("title", "\"\u00fc\"").getBytes(Charset.forName("ISO-8859-1")),
                        Map.of()),
                new Bomb("an overlong slash", JSON, bytes("{\"title\":\"", 0xC0, 0xAF), Map.of()),
                new Bomb("half a pair in bytes", JSON, bytes("{\"title\":\"", 0xED, 0xA0, 0x80, '"', '}'), Map.of()),
                new Bomb("gzip", JSON, gzip(good.getBytes(UTF_8)), Map.of("Content-Encoding", "gzip")),
                new Bomb("64 MiB in gzip", JSON, gzip(new byte[64 << 20]), Map.of("Content-Encoding", "gzip")),
                new Bomb("a form", "application/x-www-form-urlencoded", "title=a".getBytes(UTF_8), Map.of()));
    }

    private static Stream<Bomb> patches() {
        return Stream.of(
                patch("a copy of the whole into itself, 40 times", copies(40, "", "/context/c%d")),
                patch("a copy of a section into itself, 1,000 times", copies(1_000, "/context", "/context/c%d")),
                patch("101 copies of little", copies(101, "/title", "/context/c%d")),
                patch("1,001 operations", operations(1_001, "{\"op\":\"test\",\"path\":\"/title\",\"value\":1}")),
                patch("50,000 operations", operations(50_000, "{\"op\":\"remove\",\"path\":\"/x\"}")),
                patch("operations 100,000 deep", "[".repeat(100_000)),
                patch("a value one level too deep", add("/context", "[".repeat(64) + "]".repeat(64))),
                patch("a path of a million steps", add("/a".repeat(1_000_000), "1")),
                patch("a path of the greatest index", add("/options/99999999999999999999", "1")),
                patch("a path without a slash", add("title", "1")),
                patch("a path with a broken escape", add("/ti~2tle", "1")),
                patch("a move into its own child", "[{\"op\":\"move\",\"from\":\"/context\",\"path\":\"/context/a\"}]"),
                patch("an unknown operation", "[{\"op\":\"explode\",\"path\":\"/title\"}]"),
                patch("an object for a patch", "{\"op\":\"add\",\"path\":\"/title\",\"value\":\"b\"}"),
                patch("null for an operation", "[null]"),
                new Bomb(
                        "a merge patch 100,000 deep",
                        MERGE,
                        "{\"context\":".repeat(100_000).getBytes(UTF_8),
                        Map.of()),
                new Bomb(
                        "a merge patch one level too deep",
                        MERGE,
                        ("{\"a\":".repeat(65) + "1" + "}".repeat(65)).getBytes(UTF_8),
                        Map.of()),
                new Bomb(
                        "a merge patch of 100,000 names",
                        MERGE,
                        keys(IntStream.range(0, 100_000).mapToObj(i -> "k" + i)).getBytes(UTF_8),
                        Map.of()),
                new Bomb("a merge patch that is an array", MERGE, "[]".getBytes(UTF_8), Map.of()),
                new Bomb("a merge patch that is null", MERGE, "null".getBytes(UTF_8), Map.of()));
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void aBombIsRefusedSoonAndChangesNothing(Bomb bomb) throws Exception {
        boolean patch = !bomb.type().equals(JSON) && bomb.type().endsWith("+json");
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
        nothingChanged();
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
                        .formatted(desk().path(Kind.ADR), desk().authorization(), JSON, lengths)
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

    private static Bomb bomb(String name, String body) {
        return new Bomb(name, JSON, body.getBytes(UTF_8), Map.of());
    }

    private static Bomb patch(String name, String body) {
        return new Bomb(name, PATCH, body.getBytes(UTF_8), Map.of());
    }

    private static String member(String name, String value) {
        return name.equals("title") ? "{\"title\":" + value + "}" : "{\"title\":\"a\",\"" + name + "\":" + value + "}";
    }

    private static String keys(Stream<String> names) {
        return names.map(name -> "\"" + name + "\":1").collect(Collectors.joining(",", "{", "}"));
    }

    /** Names of one {@link String#hashCode}: two to that power of them. */
    private static Stream<String> collisions(int power) {
        return IntStream.range(0, 1 << power)
                .mapToObj(i -> IntStream.range(0, power)
                        .mapToObj(bit -> (i >> bit) % 2 == 0 ? "Aa" : "BB")
                        .collect(Collectors.joining()));
    }

    private static String copies(int times, String from, String to) {
        return IntStream.range(0, times)
                .mapToObj(i -> "{\"op\":\"copy\",\"from\":\"%s\",\"path\":\"%s\"}".formatted(from, to.formatted(i)))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String operations(int times, String operation) {
        return "[" + (operation + ",").repeat(times - 1) + operation + "]";
    }

    private static String add(String path, String value) {
        return "[{\"op\":\"add\",\"path\":\"" + path + "\",\"value\":" + value + "}]";
    }

    private static byte[] bytes(String begin, int... rest) {
        ByteBuffer bytes = ByteBuffer.allocate(begin.length() + rest.length);
        bytes.put(begin.getBytes(UTF_8));
        IntStream.of(rest).forEach(each -> bytes.put((byte) each));
        return bytes.array();
    }

    private static byte[] gzip(byte[] plain) {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}

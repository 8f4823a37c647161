package dev.docket.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Bodies that are no JSON, or no JSON of ours: syntax, numbers, encodings. */
final class BadSyntax {

    private BadSyntax() {}

    static Stream<Bomb> bombs() {
        return Stream.of(syntax(), numbers(), encodings()).flatMap(each -> each);
    }

    private static Stream<Bomb> syntax() {
        return Stream.of(
                Bomb.of("arrays 100,000 deep", "[".repeat(100_000)),
                Bomb.of("closed arrays 100,000 deep", "[".repeat(100_000) + "]".repeat(100_000)),
                Bomb.of("objects 100,000 deep", "{\"a\":".repeat(100_000)),
                Bomb.of("arrays deep in a member", Bomb.member("context", "[".repeat(70) + "]".repeat(70))),
                Bomb.of("one level too deep", Bomb.member("context", "[".repeat(64) + "]".repeat(64))),
                Bomb.of("arrays and objects in turn", "[{\"a\":".repeat(50_000)),
                Bomb.of("a member twice", "{\"title\":\"a\",\"title\":\"b\"}"),
                Bomb.of("a member 100,000 times", "{" + "\"title\":\"a\",".repeat(100_000) + "\"title\":\"b\"}"),
                Bomb.of("a member twice, once escaped", "{\"title\":\"a\",\"\\u0074itle\":\"b\"}"),
                Bomb.of("NaN", Bomb.member("title", "NaN")),
                Bomb.of("Infinity", Bomb.member("title", "-Infinity")),
                Bomb.of("a comment", "{/* */\"title\":\"a\"}"),
                Bomb.of("a comment to the end of the line", "{\"title\":\"a\"// b\n}"),
                Bomb.of("a comma at the end of an object", "{\"title\":\"a\",}"),
                Bomb.of("a comma at the end of an array", Bomb.member("tags", "[\"a\",]")),
                Bomb.of("single quotes", "{'title':'a'}"),
                Bomb.of("a name without quotes", "{title:\"a\"}"),
                Bomb.of("a string without end", "{\"title\":\"a"),
                Bomb.of("two values", "{\"title\":\"a\"}{\"title\":\"b\"}"),
                Bomb.of("something behind the value", "{\"title\":\"a\"}]"),
                Bomb.of("nothing", ""),
                Bomb.of("a raw NUL", "{\"title\":\"a\0b\"}"),
                Bomb.of("an escaped NUL", Bomb.member("title", "\"a\\u0000b\"")),
                Bomb.of("an escaped NUL in a name", "{\"ti\\u0000tle\":\"a\"}"),
                Bomb.of("a raw control character", "{\"title\":\"a\u0007b\"}"),
                Bomb.of("the first half of a pair", Bomb.member("title", "\"\\ud83d\"")),
                Bomb.of("the second half of a pair", Bomb.member("title", "\"\\ude00\"")),
                Bomb.of("a pair the wrong way round", Bomb.member("title", "\"\\ude00\\ud83d\"")),
                Bomb.of("half a pair in a name", "{\"\\ud83d\":\"a\"}"),
                Bomb.of("an unknown escape", Bomb.member("title", "\"\\x41\"")));
    }

    private static Stream<Bomb> numbers() {
        return Stream.of(
                Bomb.of("1e999999999 for a text", Bomb.member("title", "1e999999999")),
                Bomb.of("1e999999999 for a number", Bomb.member("number", "1e999999999")),
                Bomb.of("-1e-999999999", Bomb.member("number", "-1e-999999999")),
                Bomb.of("an exponent that no int holds", Bomb.member("revision", "1e99999999999999999999")),
                Bomb.of("100,000 digits", Bomb.member("number", "9".repeat(100_000))),
                Bomb.of("100,000 digits behind the point", Bomb.member("number", "0." + "0".repeat(100_000) + "1")),
                Bomb.of("two to the power of 64", Bomb.member("number", "18446744073709551616")),
                Bomb.of("a leading zero", Bomb.member("number", "007")),
                Bomb.of("a leading plus", Bomb.member("number", "+1")),
                Bomb.of("hexadecimal", Bomb.member("number", "0x10")));
    }

    private static Stream<Bomb> encodings() {
        String good = Bomb.member("title", "\"a\"");
        return Stream.of(
                new Bomb("a byte order mark", Bomb.JSON, ("\uFEFF" + good).getBytes(UTF_8), Map.of()),
                new Bomb("UTF-16", Bomb.JSON, good.getBytes(Charset.forName("UTF-16")), Map.of()),
                new Bomb("UTF-16, little end first", Bomb.JSON, good.getBytes(Charset.forName("UTF-16LE")), Map.of()),
                new Bomb("UTF-32", Bomb.JSON, good.getBytes(Charset.forName("UTF-32BE")), Map.of()),
                new Bomb(
                        "Latin-1",
                        Bomb.JSON,
                        Bomb.member("title", "\"\u00fc\"").getBytes(Charset.forName("ISO-8859-1")),
                        Map.of()),
                new Bomb("an overlong slash", Bomb.JSON, bytes("{\"title\":\"", 0xC0, 0xAF), Map.of()),
                new Bomb(
                        "half a pair in bytes",
                        Bomb.JSON,
                        bytes("{\"title\":\"", 0xED, 0xA0, 0x80, '"', '}'),
                        Map.of()),
                new Bomb("gzip", Bomb.JSON, gzip(good.getBytes(UTF_8)), Map.of("Content-Encoding", "gzip")),
                new Bomb("64 MiB in gzip", Bomb.JSON, gzip(new byte[64 << 20]), Map.of("Content-Encoding", "gzip")),
                new Bomb("a form", "application/x-www-form-urlencoded", "title=a".getBytes(UTF_8), Map.of()));
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

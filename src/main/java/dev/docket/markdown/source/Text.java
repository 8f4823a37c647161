package dev.docket.markdown.source;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.List;

/** The lines that bytes hold. */
public final class Text {

    private static final char BROKEN = '\uFFFD';

    /** One broken byte in so many is the most that still is a text. */
    private static final int RARE = 10;

    private Text() {}

    /**
     * What was read.
     *
     * @param lines without their ends; a line end at the end of the file begins no other line
     * @param repaired whether something could not be read and stands as U+FFFD
     * @param binary whether this is no text at all
     */
    public record Decoded(List<String> lines, boolean repaired, boolean binary) {}

    /** Reads UTF-8, or UTF-16 where its byte order mark says so. */
    public static Decoded of(byte[] bytes) {
        Charset charset = charset(bytes);
        String text = new String(bytes, charset);
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        boolean zeros = text.indexOf('\0') >= 0;
        String readable = zeros ? text.replace('\0', BROKEN) : text;
        long broken = readable.chars().filter(each -> each == BROKEN).count() - written(bytes, charset);
        boolean binary = (zeros && charset.equals(UTF_8)) || broken * RARE > readable.length();
        return new Decoded(readable.lines().toList(), broken > 0, binary);
    }

    /** With U+FFFD for what no text has, but an escape may stand for: NUL, and half of a surrogate pair. */
    static String readable(String text) {
        return text.codePoints()
                .map(each -> each == 0 || Character.getType(each) == Character.SURROGATE ? BROKEN : each)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Charset charset(byte[] bytes) {
        if (bytes.length < 2) {
            return UTF_8;
        }
        int mark = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
        return switch (mark) {
            case 0xFEFF -> UTF_16BE;
            case 0xFFFE -> UTF_16LE;
            default -> UTF_8;
        };
    }

    /** How often U+FFFD is what the author wrote. */
    private static long written(byte[] bytes, Charset charset) {
        long count = 0;
        for (int at = 0; charset.equals(UTF_8) && at + 2 < bytes.length; at++) {
            if (bytes[at] == (byte) 0xEF && bytes[at + 1] == (byte) 0xBF && bytes[at + 2] == (byte) 0xBD) {
                count++;
            }
        }
        return count;
    }
}

package dev.docket.api;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The addresses of requests as problems name them (RFC 9457, section 3.1.5): as they were sent, but for secrets, and
 * for what no URI can hold (RFC 3986, section 3.3), which is escaped.
 */
final class Instances {

    /** Two of them would begin a host. */
    private static final Pattern LEADING_SLASHES = Pattern.compile("^/*");

    private static final Pattern ESCAPED = Pattern.compile("%[0-9A-Fa-f]{2}");
    private static final BitSet PLAIN = new BitSet();

    static {
        PLAIN.set('0', '9' + 1);
        PLAIN.set('A', 'Z' + 1);
        PLAIN.set('a', 'z' + 1);
        "-._~!$&'()*+,;=:@/".chars().forEach(PLAIN::set);
    }

    private Instances() {}

    /** For the path of a request line, undecoded. */
    static String of(String path) {
        String absolute = LEADING_SLASHES.matcher(Masking.mask(path)).replaceFirst("/");
        StringBuilder instance = new StringBuilder();
        Matcher escaped = ESCAPED.matcher(absolute);
        int end = 0;
        while (escaped.find()) {
            escape(absolute.substring(end, escaped.start()), instance);
            instance.append(escaped.group());
            end = escaped.end();
        }
        escape(absolute.substring(end), instance);
        return instance.toString();
    }

    private static void escape(String text, StringBuilder instance) {
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            if (each > 0 && PLAIN.get(each)) {
                instance.append((char) each);
            } else {
                instance.append('%').append("%02X".formatted(each));
            }
        }
    }
}

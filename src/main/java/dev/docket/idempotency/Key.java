package dev.docket.idempotency;

import dev.docket.api.CanonicalJson;
import dev.docket.api.FieldError;
import dev.docket.api.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a client calls a request that it may have to send again.
 *
 * @param scope hash of the principal, the method, the path and the key: 32 bytes
 */
record Key(byte[] scope) {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern TOKEN = Pattern.compile("[!-~](?:[ -~]{0,253}[!-~])?");
    /** A string of structured fields (RFC 8941, section 3.3.3). */
    private static final Pattern QUOTED = Pattern.compile("\"((?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*)\"");

    /** Reads the header, as a string of structured fields or without quotes; 400 for what is no key. */
    static Key of(List<String> sent, String principal, String method, String path) {
        String text = sent.size() == 1 ? sent.get(0).strip() : "";
        Matcher quoted = QUOTED.matcher(text);
        if (quoted.matches()) {
            text = quoted.group(1).replaceAll("\\\\(.)", "$1");
        } else if (text.startsWith("\"")) {
            text = "";
        }
        if (!TOKEN.matcher(text).matches()) {
            throw ProblemType.UNREADABLE.because(
                    "The key cannot be used.",
                    List.of(FieldError.in(
                            HEADER, "value", "one key of 1 to 255 printable ASCII characters is wanted")));
        }
        String whole = String.join("\n", principal, method, path, text);
        return new Key(CanonicalJson.sha256(whole.getBytes(StandardCharsets.UTF_8)));
    }
}

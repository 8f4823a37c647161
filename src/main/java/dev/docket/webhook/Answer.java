package dev.docket.webhook;

import dev.docket.api.Masking;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of an attempt.
 *
 * @param at when it began
 * @param status of the answer; null where there was none
 * @param error why there was none; null where there was one
 * @param excerpt the beginning of the answer's body, without secrets; null where it was empty
 */
record Answer(
        Instant at,
        int latencyMs,
        @Nullable Integer status,
        @Nullable String error,
        @Nullable String excerpt) {

    /** Of an answer, in bytes. */
    static final int READ = 2_000;

    /** In UTF-16 code units. */
    static final int EXCERPT = 500;

    static final int ERROR = 200;

    private static final int GONE = 410;

    static Answer of(Instant at, int latencyMs, int status, byte[] body) {
        String text = clean(new String(body, StandardCharsets.UTF_8), EXCERPT);
        return new Answer(at, latencyMs, status, null, text.isEmpty() ? null : text);
    }

    static Answer failed(Instant at, int latencyMs, String error) {
        return new Answer(at, latencyMs, null, clean(error, ERROR), null);
    }

    boolean success() {
        return status != null && status >= 200 && status < 300;
    }

    /** Whether the receiver wants no more. */
    boolean gone() {
        return status != null && status == GONE;
    }

    /** Masked before it is cut, or half a secret could stay. */
    private static String clean(String text, int length) {
        StringBuilder clean = new StringBuilder();
        Masking.mask(text)
                .codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? ' ' : c)
                .limit(length)
                .forEach(clean::appendCodePoint);
        String cut = clean.substring(0, Math.min(clean.length(), length));
        int last = cut.length() - 1;
        return (last >= 0 && Character.isHighSurrogate(cut.charAt(last)) ? cut.substring(0, last) : cut).strip();
    }
}

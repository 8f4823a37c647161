package dev.docket.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opaque cursors, each bound to the list and the filter it came from. */
public final class Cursor {

    private Cursor() {}

    /** The list and filter that a cursor belongs to, in any text that differs when they do. */
    public record Scope(String filter) {

        /** The key to go on after, or null for the first page; 400 when the cursor belongs to another filter. */
        public @Nullable String key(@Nullable String cursor) {
            if (cursor == null) {
                return null;
            }
            String text = decode(cursor);
            String fingerprint = fingerprint() + ":";
            if (!text.startsWith(fingerprint)) {
                throw bad("it belongs to another list or filter");
            }
            return text.substring(fingerprint.length());
        }

        /** As {@link #key}, where the key is a number. */
        public @Nullable Integer number(@Nullable String cursor) {
            String key = key(cursor);
            try {
                return key == null ? null : Integer.valueOf(key);
            } catch (NumberFormatException e) {
                throw bad("it was not made here");
            }
        }

        /** As {@link #key}, where the key is an id. */
        public @Nullable Long id(@Nullable String cursor) {
            String key = key(cursor);
            try {
                return key == null ? null : Long.valueOf(key);
            } catch (NumberFormatException e) {
                throw bad("it was not made here");
            }
        }

        /** The cursor that goes on after the key. */
        public String after(String key) {
            byte[] text = (fingerprint() + ":" + key).getBytes(StandardCharsets.UTF_8);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
        }

        private String fingerprint() {
            return Integer.toHexString(filter.hashCode());
        }
    }

    private static String decode(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (text.indexOf(0) >= 0) {
                throw bad("it was not made here");
            }
            return text;
        } catch (IllegalArgumentException e) {
            throw bad("it was not made here");
        }
    }

    private static RuntimeException bad(String detail) {
        return ProblemType.UNREADABLE.because(
                "The cursor cannot be used.", List.of(FieldError.in("cursor", "cursor", detail)));
    }
}

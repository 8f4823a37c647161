package dev.docket.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The one way to write a JSON value (RFC 8785): members sorted by UTF-16 code units, no white space, the shortest
 * escapes. Numbers are whole and at most 2⁵³ − 1 in size, the only ones the model has; any other is an
 * {@link IllegalArgumentException}.
 */
public final class CanonicalJson {

    private static final long MAX_EXACT = (1L << 53) - 1;

    private CanonicalJson() {}

    /** The canonical UTF-8 bytes of the value. */
    public static byte[] bytes(JsonNode value) {
        StringBuilder text = new StringBuilder(1024);
        write(value, text);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** SHA-256 (FIPS 180-4), 32 bytes. */
    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void write(JsonNode value, StringBuilder out) {
        switch (value.getNodeType()) {
            case OBJECT -> writeObject(value, out);
            case ARRAY -> writeArray(value, out);
            case STRING -> writeString(value.textValue(), out);
            case NUMBER -> out.append(whole(value));
            case BOOLEAN, NULL -> out.append(value.asText());
            default -> throw new IllegalArgumentException("no JSON value: " + value.getNodeType());
        }
    }

    private static void writeObject(JsonNode object, StringBuilder out) {
        List<Map.Entry<String, JsonNode>> sorted = new ArrayList<>(object.properties());
        // String order is that of UTF-16 code units, as section 3.2.3 wants it.
        sorted.sort(Map.Entry.comparingByKey());
        out.append('{');
        String separator = "";
        for (Map.Entry<String, JsonNode> member : sorted) {
            out.append(separator);
            writeString(member.getKey(), out);
            out.append(':');
            write(member.getValue(), out);
            separator = ",";
        }
        out.append('}');
    }

    private static void writeArray(JsonNode array, StringBuilder out) {
        out.append('[');
        for (int i = 0; i < array.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            write(array.get(i), out);
        }
        out.append(']');
    }

    private static long whole(JsonNode number) {
        long whole = number.longValue();
        if (!number.isIntegralNumber() || !number.canConvertToLong() || whole < -MAX_EXACT || whole > MAX_EXACT) {
            throw new IllegalArgumentException("no whole number within 2^53: " + number);
        }
        return whole;
    }

    private static void writeString(String text, StringBuilder out) {
        out.append('"');
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x20 && c != '"' && c != '\\') {
                continue;
            }
            // What needs no escape goes out in one piece: that is nearly all of it.
            out.append(text, written, i);
            written = i + 1;
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> out.append("\\u%04x".formatted((int) c));
            }
        }
        out.append(text, written, text.length()).append('"');
    }
}

package dev.docket.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The text by which a document is found. */
public final class Words {

    /** Bytes of text that are searched, at most: the index takes no more than a MiB of words of one document. */
    private static final int MOST = 250_000;

    /** Members whose text nobody wrote to be read. */
    private static final Set<String> MACHINE_MADE = Set.of(
            "id",
            "kind",
            "project",
            "number",
            "ref",
            "fileName",
            "status",
            "createdAt",
            "updatedAt",
            "date",
            "lastUpdated",
            "at",
            "from",
            "to",
            "sha256",
            "template",
            "state",
            "verdict",
            "level",
            "effort",
            "rel",
            "requestedAt",
            "decidedAt",
            "dueOn",
            "reviewOn",
            "title",
            "tags",
            "components");

    /** Names of principals, hosts and packages, whose parts are words as well. */
    private static final Pattern COMPOUND = Pattern.compile("[^\\s]*[\\p{L}\\p{N}][._@/][\\p{L}\\p{N}][^\\s]*");

    private Words() {}

    /** Title, ref, tags and components: what is found here counts most. */
    static String front(Document document) {
        JsonNode json = document.json();
        StringBuilder text = new StringBuilder();
        text.append(json.path("title").asText()).append('\n');
        Address address = document.address();
        text.append(address.ref())
                .append(' ')
                .append(address.kind().prefix())
                .append('-')
                .append(address.number());
        for (String labels : List.of("tags", "components")) {
            json.path(labels).forEach(label -> text.append(' ').append(label.asText()));
        }
        return cut(text);
    }

    /** All else that people wrote, part by part, a line each or more. */
    static String body(Document document) {
        return prose(document.json());
    }

    /** As {@link #body}, of the JSON of a document. */
    public static String prose(JsonNode json) {
        StringBuilder text = new StringBuilder();
        each(json, part -> {
            text.append(part).append('\n');
            if (COMPOUND.matcher(part).matches()) {
                text.append(part.replaceAll("[._@/]", " ")).append('\n');
            }
        });
        return cut(text);
    }

    private static void each(JsonNode json, Consumer<String> text) {
        if (json.isTextual()) {
            text.accept(json.textValue());
        } else if (json.isObject()) {
            json.properties().stream()
                    .filter(member -> !MACHINE_MADE.contains(member.getKey()))
                    .forEach(member -> each(member.getValue(), text));
        } else {
            json.forEach(element -> each(element, text));
        }
    }

    /** In the one form of letters with marks, and no longer than the index takes. */
    private static String cut(CharSequence text) {
        String whole = normal(text);
        byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= MOST) {
            return whole;
        }
        int end = MOST;
        while ((bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }

    /**
     * Lower case, and letters with marks in their one form (Unicode, NFC): for what is searched as for what is searched
     * for. The database knows no letters but ASCII in some locales.
     */
    public static String normal(CharSequence text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}

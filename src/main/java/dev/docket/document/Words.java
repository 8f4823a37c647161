package dev.docket.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
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

    private static final JsonFactory JSON = new JsonFactory();

    private static final List<String> LABELS = List.of("tags", "components");
    private static final Set<String> FRONT = Set.of("title", "tags", "components");

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
        for (String labels : LABELS) {
            json.path(labels).forEach(label -> text.append(' ').append(label.asText()));
        }
        return cut(text);
    }

    /** All else that people wrote, part by part, a line each or more. */
    static String body(Document document) {
        return prose(document.json());
    }

    private static String prose(JsonNode json) {
        StringBuilder text = new StringBuilder();
        each(json, part -> {
            text.append(part).append('\n');
            if (COMPOUND.matcher(part).matches()) {
                text.append(part.replaceAll("[._@/]", " ")).append('\n');
            }
        });
        return cut(text);
    }

    /**
     * All text of a stored document that people wrote, as they wrote it, part by part: what is no heading first.
     *
     * @param more takes a part, and answers whether it wants more
     */
    public static void parts(byte[] content, Predicate<String> more) {
        List<String> front = new ArrayList<>();
        try (JsonParser json = JSON.createParser(content)) {
            boolean wanted = true;
            while (wanted && json.nextToken() != null) {
                if (json.currentToken() == JsonToken.FIELD_NAME && MACHINE_MADE.contains(json.currentName())) {
                    boolean heading =
                            json.getParsingContext().getParent().inRoot() && FRONT.contains(json.currentName());
                    skip(json, heading ? front::add : part -> {});
                } else if (json.currentToken() == JsonToken.VALUE_STRING) {
                    wanted = more.test(json.getText());
                }
            }
            for (int i = 0; wanted && i < front.size(); i++) {
                wanted = more.test(front.get(i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a stored document is no JSON", e);
        }
    }

    /** To the end of a member's value, whose text is given away. */
    private static void skip(JsonParser json, Consumer<String> text) throws IOException {
        int depth = 0;
        do {
            JsonToken token = json.nextToken();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (token == JsonToken.VALUE_STRING) {
                text.accept(json.getText());
            }
        } while (depth > 0);
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

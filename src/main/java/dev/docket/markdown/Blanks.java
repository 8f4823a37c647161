package dev.docket.markdown;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.api.StrictJson;
import dev.docket.document.content.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Templates that are still to be filled in: every value says in brackets what belongs there, and reads as nothing. */
final class Blanks {

    /** For sections that are the template's own and no member's. */
    static final String ANYTHING = "[what belongs here]";

    static final String Y_STATEMENT =
            "[In the context of …, facing …, we decided for … and neglected …, to achieve …," + " accepting that ….]";

    private static final String DAY = "[YYYY-MM-DD]";
    private static final Map<Kind, ObjectNode> BLANKS =
            Map.of(Kind.ADR, load("blank-adr.json"), Kind.RFC, load("blank-rfc.json"));
    private static final Set<String> PLACEHOLDERS = placeholders();

    private Blanks() {}

    private static ObjectNode load(String name) {
        try (InputStream file = Blanks.class.getResourceAsStream("/markdown/" + name)) {
            return (ObjectNode) StrictJson.objectMapper().readTree(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> placeholders() {
        Set<String> placeholders = new HashSet<>();
        placeholders.add(DAY);
        placeholders.add(ANYTHING);
        placeholders.add(Y_STATEMENT);
        BLANKS.values().forEach(blank -> collect(blank, placeholders));
        placeholders.removeIf(each -> !each.startsWith("["));
        return placeholders;
    }

    private static void collect(JsonNode node, Set<String> placeholders) {
        if (node.isTextual()) {
            placeholders.add(node.textValue());
        }
        node.forEach(each -> collect(each, placeholders));
    }

    /** Whether the text only says what belongs in its place. */
    static boolean placeholder(String text) {
        return PLACEHOLDERS.contains(text.strip());
    }

    /** The blank of a template. */
    static String of(Layout layout) {
        ObjectNode blank = Objects.requireNonNull(BLANKS.get(layout.kind())).deepCopy();
        ObjectNode document = blank.deepCopy();
        document.put("ref", layout.kind().prefix() + "-NNNN").put("number", "1").put("status", "draft");
        document.put("date", DAY).put("lastUpdated", DAY);
        blank.remove("approvals");
        Ink ink = new Ink(layout.bullet());
        layout.blank(new Draft(document, blank, layout.kind(), true), ink);
        return ink.toString();
    }

    /** Takes out what only says what belongs there, and what has nothing left then. */
    static void prune(JsonNode node) {
        for (Iterator<JsonNode> members = node.elements(); members.hasNext(); ) {
            JsonNode member = members.next();
            int before = member.size();
            prune(member);
            boolean headed = member.has("heading") && member.path("text").isMissingNode();
            boolean emptied = member.isContainerNode() && before > member.size() && (headed || !says(member));
            if (emptied || member.isTextual() && placeholder(member.textValue())) {
                members.remove();
            }
        }
    }

    /** Whether anything is left but boxes that are not ticked and verdicts. */
    private static boolean says(JsonNode node) {
        if (node.isTextual()) {
            return !Set.of("chosen", "rejected", "deferred").contains(node.textValue());
        }
        for (JsonNode each : node) {
            if (says(each)) {
                return true;
            }
        }
        return node.isNumber();
    }
}

package dev.docket.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.markdown.Warning;
import dev.docket.markdown.source.Lines;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Files choose an option that they do not list, or two of them. A document has one choice among its options: what cannot be
 * that is kept in words, with a warning.
 */
final class Choices {

    private static final String CHOSEN = "chosen";

    private Choices() {}

    /** Settles the choice in what a file says; answers what was made of it. */
    static List<Warning> settle(ObjectNode content, List<String> lines) {
        List<Warning> warnings = new ArrayList<>();
        String named = content.path("decision").path(CHOSEN).textValue();
        if (named != null && !isOption(content, named)) {
            keepWords((ObjectNode) content.get("decision"), named);
            warnings.add(new Warning(
                    Lines.of(lines, named),
                    "no-such-option",
                    "The option that is chosen is none of those that are listed."));
            named = null;
        }
        List<ObjectNode> marked = marked(content, named);
        if (marked.size() > 1) {
            marked.subList(1, marked.size()).forEach(Choices::unmark);
            String second = marked.get(1).path("name").asText();
            warnings.add(new Warning(
                    Lines.of(lines, second),
                    "two-chosen",
                    "More than one option is chosen; the first one is kept as the choice."));
        }
        return warnings;
    }

    private static boolean isOption(ObjectNode content, String name) {
        for (JsonNode option : content.path("options")) {
            if (name(option, name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean name(JsonNode option, String name) {
        return name.equals(option.path("name").asText())
                || name.equals(option.path("id").asText());
    }

    private static void keepWords(ObjectNode decision, String named) {
        decision.remove(CHOSEN);
        String text = decision.path("text").asText();
        decision.put("text", text.isEmpty() ? named : named + "\n\n" + text);
    }

    /** The options that have the verdict, the one that the decision names first. */
    private static List<ObjectNode> marked(ObjectNode content, @Nullable String named) {
        List<ObjectNode> marked = new ArrayList<>();
        for (JsonNode option : content.path("options")) {
            if (option instanceof ObjectNode json
                    && json.path("verdict").asText().equals(CHOSEN)) {
                marked.add(named != null && name(json, named) ? 0 : marked.size(), json);
            }
        }
        return marked;
    }

    private static void unmark(ObjectNode option) {
        option.remove("verdict");
        if (!option.has("reason")) {
            option.put("reason", CHOSEN);
        }
    }
}

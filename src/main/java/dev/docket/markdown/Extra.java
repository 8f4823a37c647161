package dev.docket.markdown;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The extra sections of a document, as they are written: those without a heading before all others, in the head. */
final class Extra {

    /** Marks an extra section whose place has to be said. */
    static final String PINNED = "pinned";

    private static final Pattern PIN =
            Pattern.compile("(?s)^(.*?) ?<!-- level (none|[1-6]) after (none|/[^ ]{1,300}) -->$");

    private final List<String> head = new ArrayList<>();
    private final List<JsonNode> sections = new ArrayList<>();
    private String frontMatter = "";

    Extra(JsonNode extras) {
        boolean first = true;
        for (JsonNode extra : extras) {
            String text = extra.path("text").asText();
            if (first && !extra.has("heading") && !extra.has("after")) {
                if (frontMatter.isEmpty() && head.isEmpty() && text.startsWith("---\n") && text.endsWith("\n---")) {
                    frontMatter = text.substring(4, text.length() - 3).stripTrailing();
                } else {
                    head.add(text);
                }
            } else {
                first = false;
                sections.add(extra);
            }
        }
    }

    /** Lines of front matter that no key of ours is for. */
    String frontMatter() {
        return frontMatter;
    }

    List<String> head() {
        return head;
    }

    List<JsonNode> sections() {
        return sections;
    }

    static void write(JsonNode extra, Ink ink) {
        boolean pinned = extra.has(PINNED);
        int level = pinned ? 2 : Math.max(2, extra.path("level").asInt(2));
        if (extra.has("heading")) {
            ink.heading(level, extra.path("heading").asText() + (pinned ? pin(extra) : ""));
        }
        ink.prose(extra.path("text").asText(), level);
    }

    private static String pin(JsonNode extra) {
        return " <!-- level %s after %s -->"
                .formatted(
                        extra.path("level").asText("none"), extra.path("after").asText("none"));
    }

    /** The comment behind a heading that says where its section stood, and at which level; null where there is none. */
    static @Nullable Pin pin(String heading) {
        Matcher matcher = PIN.matcher(heading);
        return matcher.matches() ? new Pin(matcher.group(1), matcher.group(2), matcher.group(3)) : null;
    }

    record Pin(String heading, String level, String after) {}
}

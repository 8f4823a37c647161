package dev.docket.markdown;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.docket.document.content.Kind;
import dev.docket.markdown.fact.Dates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How a template begins: the title, and what is said of the document as a whole.
 *
 * @param title what stands before the title: {@code %s} is the ref, or (before a full stop) the number
 * @param names what the template calls the keys, in its order; others follow under their usual names
 */
record Heads(String title, Style style, Map<String, String> names) {

    /** Where the keys stand. */
    enum Style {
        BOLD_LINES,
        BULLETS,
        FRONT_MATTER,
        TABLE,
        STATUS_SECTION,
        STATUS_LIST,
        NYGARD
    }

    private static final List<String> LISTS = List.of("deciders", "consulted", "informed", "tags", "components");

    private static final List<String> KEYS = List.of(
            "date",
            "status",
            "author",
            "deciders",
            "consulted",
            "informed",
            "story",
            "tags",
            "components",
            "lastUpdated");

    /** What a key is called where a template has no word of its own; front matter is in lower case. */
    private static String usual(String key, Style style) {
        String name = switch (key) {
            case "story" -> style == Style.FRONT_MATTER ? "Story" : "Technical Story";
            case "lastUpdated" -> "Last Updated";
            default -> Served.capital(key);
        };
        return style == Style.FRONT_MATTER ? name.toLowerCase(Locale.ROOT) : name;
    }

    /** @param names pairs of a key and what the template calls it, in its order */
    static Heads of(String title, Style style, String... names) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i += 2) {
            map.put(names[i], names[i + 1]);
        }
        for (String key : KEYS) {
            map.putIfAbsent(key, usual(key, style));
        }
        return new Heads(title, style, map);
    }

    void write(Draft draft, Extra extras, Ink ink) {
        Map<String, JsonNode> values = values(draft);
        if (style == Style.FRONT_MATTER) {
            frontMatter(values, extras, ink);
        } else if (!extras.frontMatter().isEmpty()) {
            ink.block("---\n" + extras.frontMatter() + "\n---");
        }
        ink.heading(1, title.formatted(ref(draft)) + Headings.escaped(draft.text("/title")));
        switch (style) {
            case BOLD_LINES -> ink.block(lines(values, "**%s:** %s", "  \n"));
            case BULLETS -> ink.block(lines(values, ink.marker() + "%s: %s", "\n"));
            case TABLE -> table(values, ink);
            case NYGARD -> nygard(values, ink);
            case FRONT_MATTER, STATUS_SECTION, STATUS_LIST -> {}
        }
        extras.head().forEach(ink::block);
        status(values, ink);
    }

    private String ref(Draft draft) {
        return draft.served(title.contains(".") ? "number" : "ref");
    }

    private Map<String, JsonNode> values(Draft draft) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        names.keySet().forEach(key -> {
            JsonNode value = switch (key) {
                case "status" -> TextNode.valueOf(status(draft));
                case "date" -> TextNode.valueOf(date(draft));
                case "lastUpdated" -> updated(draft);
                case "story" -> TextNode.valueOf(story(draft.take("/story")));
                default -> draft.take("/" + key);
            };
            if (!value.asText().isEmpty() || !value.isEmpty()) {
                values.put(key, value);
            }
        });
        return values;
    }

    /** RFCs say when they last changed; of an ADR the date is enough. */
    private static JsonNode updated(Draft draft) {
        return TextNode.valueOf(draft.kind() == Kind.RFC ? draft.served("lastUpdated") : "");
    }

    /** As it was written, while that is still the date. */
    private static String date(Draft draft) {
        String written = draft.document().path("source").path("date").asText();
        String date = draft.served("date");
        return Dates.find(written)
                        .filter(found -> found.date().toString().equals(date))
                        .isPresent()
                ? written
                : date;
    }

    /** As it was written, while that is still so and says no more of other documents than the links do. */
    private String status(Draft draft) {
        String written = draft.served("statusText").strip();
        if (written.isEmpty() || !agrees(written, draft)) {
            return Served.capital(draft.served("status"));
        }
        return style == Style.NYGARD ? written : written.replaceAll("\\s*\n\\s*", " ");
    }

    private static boolean agrees(String written, Draft draft) {
        Sheet sheet = new Sheet();
        Related.mentions(written, draft.kind(), sheet);
        JsonNode said = sheet.at("/links");
        JsonNode links = draft.at("/links");
        for (int i = 0; i < said.size(); i++) {
            if (!said.get(i).equals(links.path(i))) {
                return false;
            }
        }
        return true;
    }

    private static String story(JsonNode story) {
        String text = story.path("text").asText();
        String url = story.path("url").asText();
        return url.isEmpty() ? text : text.isEmpty() ? url : "[" + text + "](" + url + ")";
    }

    private static String text(JsonNode value) {
        List<String> items = new ArrayList<>();
        value.forEach(item -> items.add(item.asText()));
        return value.isArray() ? String.join(", ", items) : value.asText();
    }

    private String lines(Map<String, JsonNode> values, String form, String end) {
        List<String> lines = new ArrayList<>();
        values.forEach((key, value) -> lines.add(form.formatted(names.get(key), text(value))));
        return String.join(end, lines);
    }

    private void table(Map<String, JsonNode> values, Ink ink) {
        List<List<String>> rows = new ArrayList<>();
        values.forEach((key, value) -> rows.add(List.of(names.getOrDefault(key, key), text(value))));
        ink.block(Cells.table(List.of("Metadata", "Value"), rows));
    }

    private void nygard(Map<String, JsonNode> values, Ink ink) {
        values.forEach((key, value) -> {
            if (!key.equals("status")) {
                ink.block(names.get(key) + ": " + text(value));
            }
        });
    }

    private void frontMatter(Map<String, JsonNode> values, Extra extras, Ink ink) {
        List<String> lines = new ArrayList<>();
        values.forEach(
                (key, value) -> lines.add(names.get(key) + ": " + (LISTS.contains(key) ? value : value.toString())));
        if (!extras.frontMatter().isEmpty()) {
            lines.add(extras.frontMatter());
        }
        ink.block("---\n" + String.join("\n", lines) + "\n---");
    }

    private void status(Map<String, JsonNode> values, Ink ink) {
        String status = text(values.getOrDefault("status", MissingNode.getInstance()));
        switch (style) {
            case NYGARD -> ink.heading(2, "Status").block(status);
            case STATUS_LIST -> ink.heading(2, "Status").block(lines(values, "- **%s**: %s", "\n"));
            case STATUS_SECTION -> {
                boolean marked = status.matches("(?s).*[*_\\[\n].*");
                values.remove("status");
                ink.heading(2, "Status").block(marked ? status : "**" + status + "**");
                ink.block(lines(values, "- **%s**: %s", "\n"));
            }
            case BOLD_LINES, BULLETS, FRONT_MATTER, TABLE -> {}
        }
    }
}

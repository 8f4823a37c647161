package dev.docket.markdown;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.markdown.source.Outline;
import dev.docket.markdown.source.Section;
import java.util.ArrayList;
import java.util.List;

/** Markdown as it is being written: blocks with a blank line between them. */
final class Ink {

    private static final int DEEPEST = 6;

    private final StringBuilder text = new StringBuilder();
    private final String bullet;

    Ink(String bullet) {
        this.bullet = bullet;
    }

    Ink fresh() {
        return new Ink(bullet);
    }

    boolean blank() {
        return text.isEmpty();
    }

    /** A block of its own. */
    Ink block(String block) {
        if (!block.isBlank()) {
            if (!text.isEmpty()) {
                text.append("\n");
            }
            text.append(block).append('\n');
        }
        return this;
    }

    Ink heading(int level, String heading) {
        return block("#".repeat(Math.min(DEEPEST, level)) + " " + heading);
    }

    /** Prose whose headings are relative to the heading of that level above it. */
    Ink prose(String prose, int level) {
        return block(shifted(prose, level));
    }

    /** {@code **Label:** value}, the value below the label where it has several lines. */
    Ink labelled(String label, String value) {
        return value.isBlank() ? this : block("**" + label + ":**" + (value.contains("\n") ? "\n\n" : " ") + value);
    }

    /** A list under a label. */
    Ink labelledList(String label, JsonNode items) {
        if (items.isEmpty()) {
            return this;
        }
        Ink list = fresh().items(items, false);
        return block("**" + label + ":**\n" + (bullet.equals("*") ? "" : "\n")
                + list.text.toString().stripTrailing());
    }

    Ink items(Iterable<JsonNode> items, boolean ordered) {
        List<String> lines = new ArrayList<>();
        int number = 1;
        for (JsonNode item : items) {
            lines.add(item((ordered ? number++ + "." : bullet) + " ", item.asText()));
        }
        return block(String.join("\n", lines));
    }

    /** A list item whose further lines are indented to stand under its first one. */
    static String item(String marker, String text) {
        return marker + text.replaceAll("\n(?=[^\n])", "\n" + " ".repeat(marker.length()));
    }

    String marker() {
        return bullet + " ";
    }

    /** Blocks that another ink holds. */
    Ink append(Ink other) {
        return block(other.toString().stripTrailing());
    }

    /** The prose with its headings moved down by that many levels, as far as levels go. */
    static String shifted(String prose, int by) {
        if (!prose.contains("#") && !prose.contains("\n=") && !prose.contains("\n-")) {
            return prose;
        }
        Section root = Outline.of(prose.lines().toList(), 1);
        return root.sections().isEmpty() ? prose : new Piece(root.text(), root.sections(), -by).whole();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

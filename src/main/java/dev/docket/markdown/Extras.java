package dev.docket.markdown;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.document.content.Bounds;
import dev.docket.markdown.source.Section;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the sections that have no member of their own, in order. */
final class Extras {

    private static final int TOP = 2;
    private static final int DEEPEST = 6;
    /** So many stay as they are where there are too many: the others fit into the places that are left. */
    private static final int KEPT = 400;

    /** Items, and (as a list) what is still to come in that place. */
    private final List<Object> sections = new ArrayList<>();

    /** A section and those below it, each an item of its own. */
    void add(Section section, @Nullable String after) {
        add(section, TOP, after);
    }

    private void add(Section section, int level, @Nullable String after) {
        Extra.Pin pin = Extra.pin(section.heading());
        if (pin != null) {
            pinned(pin, section.text());
            section.sections().forEach(each -> add(each, Math.min(DEEPEST, level + 1), after));
            return;
        }
        add(section.heading(), level, section.text(), after);
        section.sections().forEach(each -> add(each, Math.min(DEEPEST, level + 1), after));
    }

    private void pinned(Extra.Pin pin, String text) {
        ObjectNode item = Sheet.list().addObject();
        Facts.put(item, "heading", pin.heading());
        Facts.put(item, "text", text.isEmpty() ? null : text);
        Facts.put(item, "after", pin.after().equals("none") ? null : pin.after());
        if (!pin.level().equals("none")) {
            item.put("level", Integer.parseInt(pin.level()));
        }
        sections.add(item);
    }

    /** Text under a heading, or (empty) under none; what is too long goes on in further items without one. */
    void add(String heading, int level, String text, @Nullable String after) {
        String below = heading.length() > Bounds.LINE ? heading + "\n\n" + text : text;
        ObjectNode item = Sheet.list().addObject();
        sections.add(item);
        if (!heading.isEmpty() && heading.length() <= Bounds.LINE) {
            item.put("heading", heading);
            item.put("level", level);
        }
        int end = end(below);
        if (end > 0) {
            item.put("text", below.substring(0, end));
        }
        if (after != null) {
            item.put("after", after);
        }
        if (end < below.length()) {
            add("", level, below.substring(end).strip(), after);
        }
    }

    private static int end(String text) {
        if (text.length() <= Bounds.PROSE) {
            return text.length();
        }
        int line = text.lastIndexOf('\n', Bounds.PROSE);
        return line > 0 ? line : Bounds.PROSE;
    }

    /** Text under no heading that came before every section. */
    void first(String text) {
        if (!text.isBlank()) {
            sections.add(0, Sheet.list().addObject().put("text", text));
        }
    }

    /** Keeps a place for what the other will hold. */
    void reserve(Extras other) {
        sections.add(other);
    }

    /** All of them; where a document cannot hold so many, the later ones are the text of a few without headings. */
    ArrayNode sections() {
        List<ObjectNode> all = new ArrayList<>();
        collect(all);
        if (all.size() <= Bounds.LIST) {
            return Sheet.list().addAll(all);
        }
        Extras packed = new Extras();
        packed.sections.addAll(all.subList(0, KEPT));
        StringBuilder rest = new StringBuilder();
        all.subList(KEPT, all.size()).forEach(item -> rest.append(markdown(item)));
        packed.add("", TOP, rest.toString().strip(), null);
        return packed.sections();
    }

    private void collect(List<ObjectNode> all) {
        for (Object each : sections) {
            if (each instanceof Extras later) {
                later.collect(all);
            } else if (each instanceof ObjectNode item) {
                all.add(item);
            }
        }
    }

    private static String markdown(ObjectNode item) {
        String heading = item.path("heading").asText();
        String marks = heading.isEmpty() ? "" : "#".repeat(item.path("level").asInt(TOP)) + " " + heading + "\n\n";
        return marks + item.path("text").asText() + "\n\n";
    }
}

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

    /** All of them; beyond what a document can hold, the last one has the text of the others. */
    ArrayNode sections() {
        ArrayNode all = Sheet.list();
        collect(all);
        while (all.size() > Bounds.LIST) {
            all.remove(Bounds.LIST);
        }
        return all;
    }

    private void collect(ArrayNode all) {
        for (Object each : sections) {
            if (each instanceof Extras later) {
                later.collect(all);
            } else if (each instanceof ObjectNode item) {
                collect(item, all);
            }
        }
    }

    private static void collect(ObjectNode item, ArrayNode all) {
        all.add(item);
        int size = all.size();
        if (size > Bounds.LIST) {
            ObjectNode last = (ObjectNode) all.get(Bounds.LIST - 1);
            String more = ("#".repeat(item.path("level").asInt(TOP)) + " "
                            + item.path("heading").asText() + "\n\n"
                            + item.path("text").asText())
                    .strip();
            Verdicts.append(last, "text", more);
        }
    }
}

package dev.docket.markdown;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.document.content.Kind;
import dev.docket.markdown.source.Outline;
import dev.docket.markdown.source.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Writes a document so that reading it gives the same content: what is written is read back, and a value that did not
 * come back the same is written verbatim.
 */
final class Writer {

    private static final int ROUNDS = 5;
    private static final Pattern PLACE = Pattern.compile("/extraSections/\\d+/(after|level)");

    private final ObjectNode document;
    private final ObjectNode content;
    private final Kind kind;
    private final Layout layout;

    Writer(ObjectNode document, Layout layout) {
        this.document = document;
        this.content = Authored.of(document);
        this.kind = layout.kind();
        this.layout = layout;
    }

    String write() {
        Set<String> verbatim = new TreeSet<>();
        escaping(content, "", verbatim);
        for (int round = 0; round < ROUNDS; round++) {
            String text = render(verbatim);
            Set<String> differences = Differences.between(content, read(text));
            if (differences.isEmpty()) {
                return text;
            }
            for (String pointer : differences) {
                add(pointer, verbatim);
            }
        }
        content.fieldNames().forEachRemaining(member -> add("/" + member, verbatim));
        return render(verbatim);
    }

    /** What is verbatim and still differs has a cause further up. */
    private static void add(String pointer, Set<String> verbatim) {
        String wanted = pointer;
        while (verbatim.contains(wanted) && !wanted.equals(Differences.above(wanted))) {
            wanted = Differences.above(wanted);
        }
        String added = wanted;
        verbatim.removeIf(each -> each.startsWith(added + "/"));
        if (verbatim.stream().noneMatch(each -> added.startsWith(each + "/"))) {
            verbatim.add(added);
        }
    }

    private ObjectNode read(String text) {
        Reading reading = new Reader(text.lines().toList(), new Hint(kind, layout.id(), null)).read();
        return Authored.of(reading.content());
    }

    /** Prose that would not end where it ends, such as a fence that is not closed, goes verbatim at once. */
    private static void escaping(JsonNode node, String pointer, Set<String> verbatim) {
        if (node.isTextual() && escapes(node.textValue())) {
            verbatim.add(pointer.replaceFirst("(/\\d+)+$", ""));
        }
        node.properties().forEach(member -> escaping(member.getValue(), pointer + "/" + member.getKey(), verbatim));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            escaping(node.get(i), pointer + "/" + i, verbatim);
        }
    }

    private static boolean escapes(String text) {
        if (!text.contains("```") && !text.contains("~~~") && !text.contains("<")) {
            return false;
        }
        List<String> lines = new ArrayList<>(text.lines().toList());
        lines.add("");
        lines.add("# End");
        List<Section> sections = Outline.of(lines, 1).sections();
        return sections.isEmpty()
                || !sections.get(sections.size() - 1).heading().equals("End");
    }

    /** Where an extra section stood can be said beside its heading. */
    private static void pin(ObjectNode shown, String pointer) {
        if (shown.at(pointer.substring(0, pointer.lastIndexOf('/'))) instanceof ObjectNode extra) {
            extra.put(Extra.PINNED, true);
        }
    }

    private String render(Set<String> verbatim) {
        ObjectNode shown = content.deepCopy();
        Map<String, JsonNode> kept = new LinkedHashMap<>();
        for (String pointer : verbatim) {
            if (PLACE.matcher(pointer).matches()) {
                pin(shown, pointer);
                continue;
            }
            // A title is shown all the same: without one the first section would be taken for it.
            JsonNode value = pointer.equals("/title") ? shown.path("title") : Differences.take(shown, pointer);
            kept.put(pointer, value.isMissingNode() ? NullNode.getInstance() : value);
        }
        Ink ink = new Ink(layout.bullet());
        layout.write(new Draft(document, shown, kind, false), ink);
        return ink.block(Exact.write(kept).stripTrailing()).toString();
    }
}

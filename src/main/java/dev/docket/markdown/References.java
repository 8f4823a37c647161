package dev.docket.markdown;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.document.content.Bounds;
import dev.docket.document.content.Kind;
import dev.docket.markdown.source.Block;
import dev.docket.markdown.source.Blocks;
import dev.docket.markdown.source.Item;
import dev.docket.markdown.source.Items;
import dev.docket.markdown.source.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Further reading, an item each, in groups under headings or labels; relations among it become links. */
record References(Kind kind) implements Shape {

    private static final Pattern LINK =
            Pattern.compile("^\\[((?:[^\\[\\]]|\\[[^\\[\\]]*\\])+)\\]\\(<?([^()\\s<>]+)>?\\)$");
    private static final Pattern URL = Pattern.compile("^<?(https?://[^\\s<>]+)>?$");
    private static final Set<String> GROUPS =
            Set.of("related rfcs", "external resources", "design documents", "related adrs", "external links");

    @Override
    public boolean grows() {
        return true;
    }

    @Override
    public String read(Piece piece, String pointer, Sheet sheet) {
        ArrayNode references = Sheet.list();
        List<String> rest = new ArrayList<>();
        rest.add(read(piece.text(), "", references, sheet));
        List<Section> strange = new ArrayList<>();
        for (Section section : piece.sections()) {
            boolean group = section.sections().isEmpty()
                    && section.heading().length() <= Bounds.LINE
                    && Blocks.of(section.text()).stream().allMatch(block -> block instanceof Items);
            if (group && !section.text().isBlank()) {
                read(section.text(), section.heading(), references, sheet);
            } else {
                strange.add(section);
            }
        }
        sheet.addAll(pointer, references);
        rest.removeIf(String::isBlank);
        return new Piece(String.join("\n\n", rest), strange, piece.level()).whole();
    }

    private String read(String text, String group, ArrayNode references, Sheet sheet) {
        List<String> rest = new ArrayList<>();
        for (Block block : Blocks.of(text)) {
            if (block instanceof Items items) {
                items.items().forEach(item -> read(item, group, references, sheet));
                Bullets.numbers(items, sheet);
            } else {
                rest.add(String.join("\n", block.source()));
            }
        }
        return String.join("\n\n", rest);
    }

    private void read(Item item, String group, ArrayNode references, Sheet sheet) {
        Labels.Labelled grouped = Labels.of(item.text(), GROUPS::contains);
        if (item.done() == null
                && group.isEmpty()
                && !grouped.label().isEmpty()
                && !grouped.text().contains("\n")) {
            add(references.addObject(), grouped.text(), grouped.label());
        } else {
            add(references.addObject(), Checks.box(item.done()) + item.text(), group);
        }
        Related.mentions(item.text(), kind, sheet);
    }

    private static void add(ObjectNode reference, String text, String group) {
        Matcher link = LINK.matcher(text);
        Matcher url = URL.matcher(text);
        if (link.matches() && link.group(2).length() <= Bounds.URL) {
            reference.put("text", link.group(1)).put("url", link.group(2));
        } else if (url.matches() && url.group(1).length() <= Bounds.URL) {
            reference.put("url", url.group(1));
        } else {
            reference.put("text", text);
        }
        if (!group.isEmpty()) {
            reference.put("group", group);
        }
    }

    @Override
    public void write(JsonNode value, Ink ink, int level) {
        String group = "";
        List<JsonNode> items = new ArrayList<>();
        for (JsonNode reference : value) {
            if (!reference.path("group").asText().equals(group)) {
                flush(group, items, ink, level);
                group = reference.path("group").asText();
            }
            items.add(com.fasterxml.jackson.databind.node.TextNode.valueOf(text(reference)));
        }
        flush(group, items, ink, level);
    }

    private static void flush(String group, List<JsonNode> items, Ink ink, int level) {
        if (!items.isEmpty() && !group.isEmpty()) {
            ink.heading(level + 1, group);
        }
        ink.items(items, false);
        items.clear();
    }

    private static String text(JsonNode reference) {
        String text = reference.path("text").asText();
        String url = reference.path("url").asText();
        return url.isEmpty() ? text : text.isEmpty() ? url : "[" + text + "](" + url + ")";
    }
}

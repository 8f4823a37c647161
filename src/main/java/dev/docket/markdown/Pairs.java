package dev.docket.markdown;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.markdown.source.Block;
import dev.docket.markdown.source.Blocks;
import dev.docket.markdown.source.Items;
import java.util.ArrayList;
import java.util.List;

/** A list of objects with two members, an item each: {@code - first: second}. */
record Pairs(String first, String second) implements Shape {

    @Override
    public String read(Piece piece, String pointer, Sheet sheet) {
        ArrayNode pairs = Sheet.list();
        List<String> rest = new ArrayList<>();
        for (Block block : Blocks.of(piece.text())) {
            if (block instanceof Items items) {
                items.items().forEach(item -> read(Checks.box(item.done()) + item.text(), pairs.addObject()));
            } else {
                rest.add(String.join("\n", block.source()));
            }
        }
        sheet.addAll(pointer, pairs);
        return new Piece(String.join("\n\n", rest), piece.sections(), piece.level()).whole();
    }

    private void read(String text, ObjectNode pair) {
        int colon = text.indexOf(": ");
        pair.put(first, colon < 0 ? text : text.substring(0, colon));
        if (colon >= 0) {
            pair.put(second, text.substring(colon + 2));
        }
    }

    @Override
    public void write(JsonNode value, Ink ink, int level) {
        List<String> lines = new ArrayList<>();
        for (JsonNode pair : value) {
            String tail = pair.has(second) ? ": " + pair.path(second).asText() : "";
            lines.add(Ink.item(ink.marker(), pair.path(first).asText() + tail));
        }
        ink.block(String.join("\n", lines));
    }
}

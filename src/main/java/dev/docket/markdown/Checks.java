package dev.docket.markdown;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.markdown.source.Block;
import dev.docket.markdown.source.Blocks;
import dev.docket.markdown.source.Item;
import dev.docket.markdown.source.Items;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of lines with a box to tick. */
record Checks(boolean ordered) implements Shape {

    static final Shape SHAPE = new Checks(false);
    static final Shape STEPS = new Checks(true);

    @Override
    public String read(Piece piece, String pointer, Sheet sheet) {
        List<String> rest = new ArrayList<>();
        ArrayNode checks = Sheet.list();
        for (Block block : Blocks.of(piece.text())) {
            if (block instanceof Items items) {
                for (Item item : items.items()) {
                    read(item, checks.addObject());
                    sheet.label("x");
                }
                Bullets.numbers(items, sheet);
            } else {
                rest.add(String.join("\n", block.source()));
            }
        }
        sheet.addAll(pointer, checks);
        return new Piece(String.join("\n\n", rest), piece.sections(), piece.level()).whole();
    }

    static void read(Item item, ObjectNode check) {
        check.put("text", item.text());
        if (item.done() != null) {
            check.put("done", item.done());
        }
    }

    @Override
    public void write(JsonNode value, Ink ink, int level) {
        List<String> lines = new ArrayList<>();
        for (JsonNode check : value) {
            lines.add(line(check, ordered ? lines.size() + 1 + ". " : ink.marker()));
        }
        ink.block(String.join("\n", lines));
    }

    static String line(JsonNode check, String marker) {
        JsonNode done = check.path("done");
        return Ink.item(
                marker,
                box(done.isMissingNode() ? null : done.asBoolean())
                        + check.path("text").asText());
    }

    static String box(@Nullable Boolean done) {
        return done == null ? "" : done ? "[x] " : "[ ] ";
    }
}

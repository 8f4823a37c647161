package dev.docket.markdown;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.docket.markdown.source.Block;
import dev.docket.markdown.source.Blocks;
import dev.docket.markdown.source.Items;
import dev.docket.markdown.source.Section;
import java.util.ArrayList;
import java.util.List;

/** A list of texts, some of which may stand in sections that group them; then each begins with the name of its group. */
record Grouped() implements Shape {

    static final Shape SHAPE = new Grouped();

    @Override
    public String read(Piece piece, String pointer, Sheet sheet) {
        List<String> rest = new ArrayList<>();
        rest.add(Bullets.SHAPE.read(piece.with(List.of()), pointer, sheet));
        List<Section> strange = new ArrayList<>();
        for (Section section : piece.sections()) {
            List<Block> blocks = Blocks.of(section.text());
            boolean listed = blocks.stream().anyMatch(block -> block instanceof Items);
            if (!listed || !section.sections().isEmpty()) {
                strange.add(section);
            } else {
                Sheet items = new Sheet();
                rest.add(Bullets.SHAPE.read(Piece.of(section).with(List.of()), pointer, items));
                items.labels().forEach(sheet::label);
                ArrayNode values = Sheet.list();
                items.at(pointer).forEach(item -> values.add(section.heading() + ": " + item.asText()));
                sheet.addAll(pointer, values);
            }
        }
        rest.removeIf(String::isBlank);
        return new Piece(String.join("\n\n", rest), strange, piece.level()).whole();
    }

    @Override
    public void write(JsonNode value, Ink ink, int level) {
        ink.items(value, false);
    }
}

package dev.docket.markdown;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.docket.markdown.Labels.Labelled;
import dev.docket.markdown.source.Block;
import dev.docket.markdown.source.Blocks;
import dev.docket.markdown.source.Item;
import dev.docket.markdown.source.Items;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What stands right under the heading of the consequences: those that say themselves which they are, and prose. */
record Consequences() implements Shape {

    static final Shape SHAPE = new Consequences();

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("positive", "positive"),
            Map.entry("positive consequences", "positive"),
            Map.entry("benefits", "positive"),
            Map.entry("pros", "positive"),
            Map.entry("advantages", "positive"),
            Map.entry("negative", "negative"),
            Map.entry("negative consequences", "negative"),
            Map.entry("drawbacks", "negative"),
            Map.entry("cons", "negative"),
            Map.entry("disadvantages", "negative"));

    @Override
    public String read(Piece piece, String pointer, Sheet sheet) {
        List<String> rest = new ArrayList<>();
        for (Labelled part : Labels.cut(piece.text(), LABELS::containsKey)) {
            if (part.label().isEmpty()) {
                rest.add(unlabelled(part.text(), sheet));
            } else {
                sheet.label(part.label());
                String member = "/consequences/" + LABELS.getOrDefault(part.name(), "positive");
                rest.add(Bullets.SHAPE.read(Piece.of(part.text()), member, sheet));
            }
        }
        rest.removeIf(String::isBlank);
        return new Piece(String.join("\n\n", rest), piece.sections(), piece.level()).whole();
    }

    private static String unlabelled(String text, Sheet sheet) {
        List<String> rest = new ArrayList<>();
        for (Block block : Blocks.of(text)) {
            if (block instanceof Items items && Arguments.among(items)) {
                List<String> others = new ArrayList<>();
                items.items().forEach(item -> read(item, others, sheet));
                rest.add(String.join("\n", others));
            } else {
                rest.add(String.join("\n", block.source()));
            }
        }
        rest.removeIf(String::isBlank);
        return String.join("\n\n", rest);
    }

    private static void read(Item item, List<String> others, Sheet sheet) {
        Arguments.of(item.text())
                .ifPresentOrElse(
                        argument -> {
                            sheet.label(argument.label());
                            ArrayNode texts = Sheet.list();
                            argument.texts().forEach(texts::add);
                            sheet.addAll("/consequences/" + (argument.good() ? "positive" : "negative"), texts);
                        },
                        () -> others.add(Ink.item("- ", Checks.box(item.done()) + item.text())));
    }

    @Override
    public void write(JsonNode value, Ink ink, int level) {
        ink.prose(value.path("text").asText(), level);
    }
}

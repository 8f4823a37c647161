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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Open questions: boxes to tick, each with its answer below it. */
record Questions() implements Shape {

    static final Shape SHAPE = new Questions();

    private static final Pattern ANSWER = Pattern.compile("(?s)^(.*?)\\n\\s*\\n?\\*\\*Answer:\\*\\*\\s*(\\S.*)$");

    @Override
    public String read(Piece piece, String pointer, Sheet sheet) {
        ArrayNode questions = Sheet.list();
        List<String> rest = new ArrayList<>();
        for (Block block : Blocks.of(piece.text())) {
            if (block instanceof Items items) {
                for (int i = 0; i < items.items().size(); i++) {
                    read(items.items().get(i), questions.addObject(), sheet);
                    if (items.ordered()) {
                        sheet.label(String.valueOf(i + 1));
                    }
                }
            } else {
                rest.add(String.join("\n", block.source()));
            }
        }
        sheet.addAll(pointer, questions);
        return new Piece(String.join("\n\n", rest), piece.sections(), piece.level()).whole();
    }

    private static void read(Item item, ObjectNode question, Sheet sheet) {
        Matcher answered = ANSWER.matcher(item.text());
        sheet.label("x");
        if (answered.matches()) {
            sheet.label("Answer");
            question.put("text", answered.group(1).strip()).put("answer", answered.group(2));
        } else {
            question.put("text", item.text());
        }
        if (item.done() != null) {
            question.put("done", item.done());
        }
    }

    @Override
    public void write(JsonNode value, Ink ink, int level) {
        List<String> lines = new ArrayList<>();
        for (JsonNode question : value) {
            String line = Checks.line(question, ink.marker());
            String answer = question.path("answer").asText();
            lines.add(answer.isEmpty() ? line : line + "\n\n" + Ink.item("  ", "**Answer:** " + answer));
        }
        ink.block(String.join("\n", lines));
    }
}

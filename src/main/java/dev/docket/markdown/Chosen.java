package dev.docket.markdown;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.document.content.Bounds;
import dev.docket.markdown.source.Block;
import dev.docket.markdown.source.Blocks;
import dev.docket.markdown.source.Paragraph;
import java.util.List;

/** The chosen option under a heading of its own: its name in bold, then the decision in words. */
record Chosen() implements Shape {

    static final Shape SHAPE = new Chosen();

    @Override
    public String read(Piece piece, String pointer, Sheet sheet) {
        List<Block> blocks = Blocks.of(piece.text());
        String first = blocks.isEmpty() ? "" : String.join("\n", blocks.get(0).source());
        String left = blocks.isEmpty() ? "" : Choice.read(first, false, sheet);
        String rest = piece.text().substring(first.length()).strip();
        if (left.equals(first) && !blocks.isEmpty() && blocks.get(0) instanceof Paragraph && !sheet.has(pointer)) {
            left = made(first, sheet);
        }
        if (left.equals(first)) {
            Guess.read(piece.text(), sheet);
        }
        sheet.addText(
                "/decision/statement",
                new Piece((left + "\n\n" + rest).strip(), piece.sections(), piece.level()).whole());
        return "";
    }

    /** The list of the alternatives need not have the one that was chosen: a name in bold, or a short one, is another. */
    private static String made(String first, Sheet sheet) {
        String name = Choice.bare(first);
        boolean bold = first.strip().matches("\\*\\*[^*]+\\*\\*");
        if (name.length() > Bounds.LINE
                || name.contains("\n")
                || !bold && !sheet.at("/options").isEmpty()) {
            return first;
        }
        ArrayNode options = sheet.at("/options") instanceof ArrayNode known ? known : Sheet.list();
        ObjectNode option = Options.make(name, options, sheet);
        options.remove(options.size() - 1);
        options.insert(0, option);
        sheet.set("/options", options);
        Choice.mark(option, sheet);
        return "";
    }

    @Override
    public void write(JsonNode decision, Ink ink, int level) {
        ink.block("**" + decision.path("chosen").asText() + "**");
        ink.prose(decision.path("statement").asText(), level);
    }
}

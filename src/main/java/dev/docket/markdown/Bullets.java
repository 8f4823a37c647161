package dev.docket.markdown;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.docket.markdown.source.Block;
import dev.docket.markdown.source.Blocks;
import dev.docket.markdown.source.Items;
import dev.docket.markdown.source.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A list of texts, each an item of a list; prose around the list comes back. */
record Bullets(boolean ordered) implements Shape {

    static final Shape SHAPE = new Bullets(false);
    static final Shape STEPS = new Bullets(true);

    private static final Pattern NUMBER = Pattern.compile("^(\\s*)(\\d{1,9})[.)](?:\\s|$)");
    private static final Pattern NONE = Pattern.compile("(?i)[*_(]*(?:n/a|none|not applicable|tbd|-)[*_).]*");
    /** Items of one list may stand a blank further left or right. */
    private static final int SLACK = 1;

    @Override
    public String read(Piece piece, String pointer, Sheet sheet) {
        List<Block> blocks = Blocks.of(piece.text());
        boolean listed = blocks.stream().anyMatch(block -> block instanceof Items);
        List<String> rest = new ArrayList<>();
        ArrayNode values = Sheet.list();
        for (Block block : blocks) {
            if (block instanceof Items items && !none(items)) {
                read(items, values, sheet);
            } else if (!listed && blocks.size() == 1 && block instanceof Paragraph && piece.level() == 0) {
                // What stands right behind a label is the one item.
                values.add(piece.text());
            } else {
                rest.add(String.join("\n", block.source()));
            }
        }
        sheet.addAll(pointer, values);
        return new Piece(String.join("\n\n", rest), piece.sections(), piece.level()).whole();
    }

    private static void read(Items items, ArrayNode values, Sheet sheet) {
        items.items().forEach(item -> values.add(Checks.box(item.done()) + item.text()));
        numbers(items, sheet);
    }

    /** Whether the list says that there is nothing to list. */
    private static boolean none(Items items) {
        return items.items().size() == 1
                && NONE.matcher(items.items().get(0).text()).matches();
    }

    /** The numbers of a list's items are labels. */
    static void numbers(Items items, Sheet sheet) {
        String first = items.ordered() ? items.source().get(0) : "";
        int indent = first.length() - first.stripLeading().length();
        for (String line : items.ordered() ? items.source() : List.<String>of()) {
            Matcher number = NUMBER.matcher(line);
            if (number.find() && number.group(1).length() <= indent + SLACK) {
                sheet.label(number.group(2));
            }
        }
    }

    @Override
    public void write(JsonNode value, Ink ink, int level) {
        ink.items(value, ordered);
    }
}

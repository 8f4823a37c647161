package dev.docket.markdown.source;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * The blocks of a text at document level, as CommonMark with tables has them. Only where a block begins and ends, and
 * of what sort it is, is taken from the parser; words are always taken from the lines themselves.
 */
final class Tree {

    /** Deeper nesting is read as text: no document needs it, and each level costs time on every line. */
    private static final int DEEPEST = 64;

    /** Longer lines are cut for the parser, whose patterns recurse over tags; what a block is shows at its ends. */
    private static final int LONGEST = 20_000;

    private static final int LONGEST_WITH_TAGS = 2_000;
    private static final int HEAD = 1_500;
    private static final int TAIL = 500;

    private static final Parser WITH_TABLES =
            blocks().extensions(List.of(TablesExtension.create())).build();
    private static final Parser WITHOUT_TABLES = blocks().build();

    private Tree() {}

    /** A block and its lines, counted from 0, the end left out. */
    record Piece(Node node, int from, int to) {}

    /** In the order of the lines; no two share a line, and what lies between them is blank. */
    static List<Piece> of(List<String> lines) {
        List<Piece> pieces = new ArrayList<>();
        int free = 0;
        for (Node node = parsed(fed(lines)).getFirstChild(); node != null; node = node.getNext()) {
            List<SourceSpan> spans = node.getSourceSpans();
            if (spans.isEmpty()) {
                continue;
            }
            int from = Math.max(free, spans.get(0).getLineIndex());
            int to = spans.get(spans.size() - 1).getLineIndex() + 1;
            if (from < to) {
                pieces.add(new Piece(node, from, to));
                free = to;
            }
        }
        return pieces;
    }

    private static Parser.Builder blocks() {
        return Parser.builder()
                .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                .maxOpenBlockParsers(DEEPEST)
                .inlineParserFactory(context -> (lines, node) -> {});
    }

    private static Node parsed(String text) {
        try {
            return WITH_TABLES.parse(text);
        } catch (IllegalArgumentException tooManyCells) {
            // A million cells, padding and all, is where the parser gives up on tables; the text is read all the same.
            return WITHOUT_TABLES.parse(text);
        }
    }

    private static String fed(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            text.append(cut(line).replace('\n', ' ').replace('\r', ' ')).append('\n');
        }
        return text.toString();
    }

    private static String cut(String line) {
        int length = line.length();
        boolean whole = length <= LONGEST_WITH_TAGS || (length <= LONGEST && line.indexOf('<') < 0);
        return whole ? line : line.substring(0, HEAD) + line.substring(length - TAIL);
    }
}

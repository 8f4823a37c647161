package dev.docket.markdown.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;

/** The blocks of a text. */
public final class Blocks {

    private final List<String> lines;
    private final int firstLine;
    private final List<Block> blocks = new ArrayList<>();

    private Blocks(List<String> lines, int firstLine) {
        this.lines = lines;
        this.firstLine = firstLine;
    }

    /** The blocks of a text of its own, its lines counted from 1. */
    public static List<Block> of(String text) {
        return of(text.lines().toList(), 1);
    }

    /**
     * The blocks at document level, in order. Their sources, and the blank lines between them, are all the lines.
     *
     * @param lines such as the body of a section
     * @param firstLine the line of the file that the first of them is
     */
    public static List<Block> of(List<String> lines, int firstLine) {
        Blocks all = new Blocks(Collections.unmodifiableList(new ArrayList<>(lines)), firstLine);
        int free = 0;
        for (Tree.Piece piece : Tree.of(all.lines)) {
            all.between(free, piece.from());
            all.add(piece);
            free = piece.to();
        }
        all.between(free, lines.size());
        return Collections.unmodifiableList(all.blocks);
    }

    private void add(Tree.Piece piece) {
        int line = firstLine + piece.from();
        List<String> source = lines.subList(piece.from(), piece.to());
        if (piece.node() instanceof Heading) {
            heading(piece, line, source);
        } else if (piece.node() instanceof ListBlock list) {
            blocks.add(Listed.of(list, lines, firstLine, source, line));
        } else if (piece.node() instanceof TableBlock) {
            blocks.add(Cells.table(line, source));
        } else if (piece.node() instanceof FencedCodeBlock) {
            blocks.add(Fenced.of(line, source));
        } else if (piece.node() instanceof org.commonmark.node.Paragraph) {
            blocks.add(new Paragraph(line, source));
        } else {
            blocks.add(new Other(line, source));
        }
    }

    private void heading(Tree.Piece piece, int line, List<String> source) {
        if (Head.of(piece, lines) != null) {
            blocks.add(new Other(line, source));
            return;
        }
        int rule = source.size() - 1;
        blocks.add(new Paragraph(line, source.subList(0, rule)));
        blocks.add(new Other(line + rule, source.subList(rule, rule + 1)));
    }

    /** Nothing but blank lines is expected there; should there be words all the same, they are kept. */
    private void between(int from, int to) {
        int at = from;
        while (at < to) {
            if (lines.get(at).isBlank()) {
                at++;
                continue;
            }
            int end = at;
            while (end < to && !lines.get(end).isBlank()) {
                end++;
            }
            blocks.add(new Other(firstLine + at, lines.subList(at, end)));
            at = end;
        }
    }
}

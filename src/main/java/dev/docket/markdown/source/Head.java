package dev.docket.markdown.source;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.node.Heading;
import org.jspecify.annotations.Nullable;

/**
 * A heading and its lines, counted from 0, the end left out.
 *
 * @param text its Markdown on one line, without the marks that make it a heading
 */
record Head(int level, String text, int from, int to) {

    /** More than this under one line of dashes is prose followed by a rule. */
    private static final int MOST_LINES = 3;

    private static final int LONGEST = 200;
    private static final Pattern ATX = Pattern.compile("^[ \t]*#{1,6}(?:[ \t]+(.*))?$", Pattern.DOTALL);

    /** The heading that the block is; null where it is none. */
    static @Nullable Head of(Tree.Piece piece, List<String> lines) {
        if (!(piece.node() instanceof Heading heading)) {
            return null;
        }
        List<String> own = lines.subList(piece.from(), piece.to());
        Matcher atx = ATX.matcher(own.get(0));
        if (own.size() == 1 && atx.matches()) {
            String text = atx.group(1) == null ? "" : atx.group(1);
            return new Head(heading.getLevel(), withoutClosing(text.strip()), piece.from(), piece.to());
        }
        String text = own.subList(0, own.size() - 1).stream().map(String::strip).collect(Collectors.joining(" "));
        boolean prose = own.size() - 1 > MOST_LINES || text.length() > LONGEST;
        return prose ? null : new Head(heading.getLevel(), text, piece.from(), piece.to());
    }

    private static String withoutClosing(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '#') {
            end--;
        }
        boolean closing = end < text.length() && (end == 0 || Character.isWhitespace(text.charAt(end - 1)));
        return closing ? text.substring(0, end).strip() : text;
    }
}

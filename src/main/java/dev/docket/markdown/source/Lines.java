package dev.docket.markdown.source;

import java.util.List;

/** Lines, and what surrounds their words. */
public final class Lines {

    private static final int TAB = 4;

    private Lines() {}

    /** The line, from 1, that is the first to have the first line of a text; 1 where none has it. */
    public static int of(List<String> lines, String text) {
        String first = text.strip().lines().findFirst().orElse("");
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(first)) {
                return i + 1;
            }
        }
        return 1;
    }

    /** Joined, without the blank lines at both ends. */
    static String trimmed(List<String> lines) {
        int from = 0;
        int to = lines.size();
        while (from < to && lines.get(from).isBlank()) {
            from++;
        }
        while (to > from && lines.get(to - 1).isBlank()) {
            to--;
        }
        return String.join("\n", lines.subList(from, to));
    }

    /** The line without so many columns of white space, as far as it has them; half a tab leaves spaces. */
    static String outdented(String line, int columns) {
        int column = 0;
        int at = 0;
        while (at < line.length() && column < columns) {
            char next = line.charAt(at);
            if (next == ' ') {
                column++;
            } else if (next == '\t') {
                column += TAB - column % TAB;
            } else {
                break;
            }
            at++;
        }
        return " ".repeat(Math.max(0, column - columns)) + line.substring(at);
    }

    /** How many characters of white space the line begins with. */
    static int indent(String line) {
        int at = 0;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }
}

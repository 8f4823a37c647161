package dev.docket.markdown.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A heading with what stands under it, down to the next heading of its level or of a higher one. The root has level 0
 * and no heading, and holds everything.
 *
 * @param level 1 to 6, the root 0
 * @param heading its Markdown on one line, without the marks that make it a heading
 * @param line the line of the heading, from 1; the root 0
 * @param bodyLine the line of the first line of the body
 * @param body the lines up to the first heading below, verbatim
 * @param sections those below, in order
 * @param lines the body and everything below, headings and all, verbatim
 */
public record Section(
        int level,
        String heading,
        int line,
        int bodyLine,
        List<String> body,
        List<Section> sections,
        List<String> lines) {

    /** Hashes at the end of a heading that would be taken for its closing. */
    private static final Pattern CLOSING = Pattern.compile("(^|[ \t])(#+)$");

    /** A section whose lines are no longer known as they stood. */
    public Section(int level, String heading, int line, int bodyLine, List<String> body, List<Section> sections) {
        this(level, heading, line, bodyLine, body, sections, rewritten(body, sections));
    }

    /** The body without the blank lines at both ends. */
    public String text() {
        return Lines.trimmed(body);
    }

    /**
     * The body and all sections below as one Markdown text, their headings relative to this section: one level below is
     * {@code #}, two levels {@code ##}. Every line that is no heading is verbatim.
     */
    public String whole() {
        List<String> parts = new ArrayList<>();
        collect(parts, level);
        return String.join("\n\n", parts);
    }

    private void collect(List<String> parts, int top) {
        String text = text();
        if (!text.isEmpty()) {
            parts.add(text);
        }
        for (Section section : sections) {
            parts.add(section.atx(section.level - top));
            section.collect(parts, top);
        }
    }

    private String atx(int depth) {
        return ("#".repeat(depth) + " " + CLOSING.matcher(heading).replaceFirst("$1\\\\$2")).strip();
    }

    private static List<String> rewritten(List<String> body, List<Section> sections) {
        List<String> lines = new ArrayList<>(body);
        for (Section section : sections) {
            lines.add(section.atx(section.level));
            lines.addAll(section.lines);
        }
        return lines;
    }
}

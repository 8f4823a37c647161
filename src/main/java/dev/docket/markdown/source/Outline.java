package dev.docket.markdown.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sections of a text. */
public final class Outline {

    private final List<String> lines;
    private final int firstLine;
    private final List<Head> heads = new ArrayList<>();
    private int next;

    private Outline(List<String> lines, int firstLine) {
        this.lines = lines;
        this.firstLine = firstLine;
        for (Tree.Piece piece : Tree.of(lines)) {
            Head head = Head.of(piece, lines);
            if (head != null) {
                heads.add(head);
            }
        }
    }

    /**
     * The root of all sections. Only headings at document level count: a {@code #} in a fence, a list, a quote or HTML is
     * none.
     *
     * @param lines what follows the front matter
     * @param firstLine the line of the file that the first of them is
     */
    public static Section of(List<String> lines, int firstLine) {
        Outline outline = new Outline(Collections.unmodifiableList(new ArrayList<>(lines)), firstLine);
        return outline.section(null);
    }

    /** The section of that heading; as levels end at 6, so does the recursion. */
    private Section section(@Nullable Head head) {
        int level = head == null ? 0 : head.level();
        int from = head == null ? 0 : head.to();
        int bodyEnd = upcoming();
        List<Section> sections = new ArrayList<>();
        while (next < heads.size() && heads.get(next).level() > level) {
            Head below = heads.get(next);
            next++;
            sections.add(section(below));
        }
        return new Section(
                level,
                head == null ? "" : head.text(),
                head == null ? 0 : head.from() + firstLine,
                from + firstLine,
                lines.subList(from, bodyEnd),
                Collections.unmodifiableList(sections),
                lines.subList(from, upcoming()));
    }

    private int upcoming() {
        return next < heads.size() ? heads.get(next).from() : lines.size();
    }
}

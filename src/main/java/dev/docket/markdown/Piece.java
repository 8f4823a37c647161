package dev.docket.markdown;

import dev.docket.markdown.source.Section;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands under a heading or a label.
 *
 * @param text the Markdown right under it, without blank lines around
 * @param sections the sections below it
 * @param level the level of its heading
 */
record Piece(String text, List<Section> sections, int level) {

    static Piece of(String text) {
        return new Piece(text.strip(), List.of(), 0);
    }

    static Piece of(Section section) {
        return new Piece(section.text(), section.sections(), section.level());
    }

    Piece with(List<Section> others) {
        return new Piece(text, others, level);
    }

    boolean blank() {
        return text.isBlank() && sections.isEmpty();
    }

    /** Its text and that of its sections, whose headings are relative to it: one level below is a single mark. */
    String whole() {
        return Stream.concat(Stream.of(text), sections.stream().map(section -> whole(section, level)))
                .filter(each -> !each.isBlank())
                .collect(Collectors.joining("\n\n"));
    }

    /** A section with its heading, relative to a level. */
    static String whole(Section section, int level) {
        String marks = "#".repeat(Math.max(1, Math.min(6, section.level() - level)));
        return Stream.concat(
                        Stream.of((marks + " " + section.heading()).strip(), section.text()),
                        section.sections().stream().map(each -> whole(each, level)))
                .filter(each -> !each.isBlank())
                .collect(Collectors.joining("\n\n"));
    }
}

package dev.docket.markdown;

import dev.docket.document.content.Kind;
import dev.docket.markdown.source.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sections of a file, told apart.
 *
 * @param heading the section whose heading is the title, with what stands before the first other section as its body;
 *     null where no heading is a title
 * @param meta sections that hold keys and values
 * @param sections all others, in order
 */
record Titled(@Nullable Section heading, List<Section> meta, List<Section> sections) {

    /** Keys and values stand among the first sections. */
    private static final int EARLY = 10;

    private static final Set<String> META = Set.of("meta", "metadata");

    static Titled of(Section root, Kind kind) {
        List<Section> sections = new ArrayList<>(root.sections());
        Section first = sections.isEmpty() ? null : sections.get(0);
        Section title = first != null && isTitle(first, sections, kind) ? first : null;
        if (title != null) {
            sections.remove(0);
            sections.addAll(0, title.sections());
            title = once(title, sections);
        }
        List<Section> meta = sections.stream()
                .limit(EARLY)
                .filter(section -> META.contains(Headings.name(section.heading())))
                .filter(section -> section.sections().isEmpty())
                .limit(1)
                .toList();
        sections.removeAll(meta);
        return new Titled(title, meta, sections);
    }

    /** A title that stands twice in a row: what is below the second one is below both. */
    private static Section once(Section title, List<Section> sections) {
        Section next = sections.isEmpty() ? title : sections.get(0);
        boolean again = Headings.name(next.heading()).equals(Headings.name(title.heading()));
        if (next.equals(title) || !again || !title.text().isBlank()) {
            return title;
        }
        sections.remove(0);
        sections.addAll(0, next.sections());
        return next;
    }

    /** The first heading is the title, unless it is one that templates have, or one among several of a lower level. */
    private static boolean isTitle(Section first, List<Section> sections, Kind kind) {
        boolean placed = Places.of(kind).find(first.heading(), null).isPresent()
                || FactSections.known(first)
                || META.contains(Headings.name(first.heading()))
                || first.heading().isBlank();
        boolean alone = first.level() == 1 || sections.size() == 1;
        return !placed && alone;
    }

    /** The words of a file's name, without its number and extension. */
    static String ofPath(String path) {
        String[] segments = path.split("[/\\\\]", -1);
        String name = segments[segments.length - 1];
        if (name.matches("(?i)(readme|index)\\.\\w+") && segments.length > 1) {
            name = segments[segments.length - 2];
        }
        String words = name.replaceFirst("\\.[A-Za-z]{1,8}$", "")
                .replaceFirst("(?i)^(\\d{4}[-_]\\d{2}[-_]\\d{2}|\\d{8}|(adr|rfc|rfd)?[-_ ]?\\d+[a-z]?)[-_. ]+", "")
                .replaceAll("[-_]+", " ")
                .strip();
        return words.isEmpty() ? name : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}

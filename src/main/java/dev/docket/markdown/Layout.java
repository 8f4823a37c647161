package dev.docket.markdown;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.document.content.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a template has a document: its head, and its sections in order. Members that it has no section for follow under
 * their canonical headings.
 *
 * @param bullet the mark of its lists
 */
record Layout(String id, Kind kind, Heads head, String bullet, List<Spot> spots) {

    /**
     * A section of a template.
     *
     * @param member the top-level member that it shows, as a pointer
     */
    record Spot(String member, Writing writing) {}

    /** Writes what a section shows, if there is any of it. */
    interface Writing {
        void write(Draft draft, Ink ink);
    }

    /** A section as it was written. */
    private record Written(String member, String text) {}

    /** Writes what the template has sections for itself, of a document that is to be filled in. */
    void blank(Draft draft, Ink ink) {
        Extra none = new Extra(draft.take("/extraSections"));
        head.write(draft, none, ink);
        spots.forEach(spot -> {
            Ink section = ink.fresh();
            spot.writing().write(draft, section);
            ink.append(section);
        });
        if (kind == Kind.RFC && id.equals("rfc")) {
            Served.approvals(draft, ink);
        }
    }

    void write(Draft draft, Ink ink) {
        Extra extras = new Extra(draft.take("/extraSections"));
        head.write(draft, extras, ink);
        List<Written> sections = new ArrayList<>();
        Stream.concat(spots.stream(), Canonical.spots(kind).stream()).forEach(spot -> {
            Ink section = ink.fresh();
            spot.writing().write(draft, section);
            if (!section.blank()) {
                sections.add(new Written(spot.member(), section.toString().stripTrailing()));
            }
        });
        place(extras, sections, ink);
    }

    /** Every extra section stands behind the last section of the member it came after, in the order they are in. */
    private static void place(Extra extras, List<Written> sections, Ink ink) {
        List<List<JsonNode>> behind = new ArrayList<>();
        sections.forEach(each -> behind.add(new ArrayList<>()));
        behind.add(new ArrayList<>());
        int position = 0;
        for (JsonNode extra : extras.sections()) {
            String after = extra.path("after").asText();
            for (int i = position; i < sections.size(); i++) {
                if (sections.get(i).member().equals(after)) {
                    position = i + 1;
                }
            }
            behind.get(position).add(extra);
        }
        for (int i = 0; i <= sections.size(); i++) {
            behind.get(i).forEach(extra -> Extra.write(extra, ink));
            if (i < sections.size()) {
                ink.block(sections.get(i).text());
            }
        }
    }
}

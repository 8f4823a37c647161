package dev.docket.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.document.content.Kind;
import java.util.Map;
import java.util.Set;

/** Documents for tests of writing. */
final class Documents {

    /** Words of enumerations, which Markdown has other words for: "Why not chosen" for rejected. */
    private static final Set<String> ENUMERATED = Set.of(
            "chosen",
            "rejected",
            "deferred",
            "true",
            "false",
            "design",
            "doc",
            "ticket",
            "relates",
            "to",
            "superseded",
            "by");

    private Documents() {}

    /** The content as the server would have it: with its number, its status and its record. */
    static ObjectNode served(ObjectNode content, Kind kind) {
        ObjectNode document = content.deepCopy();
        document.put("kind", kind.json()).put("number", 7).put("ref", kind.prefix() + "-0007");
        document.put("status", "accepted").put("date", "2026-11-25").put("lastUpdated", "2026-11-26");
        document.putArray("record")
                .addObject()
                .put("action", "accepted")
                .put("to", "accepted")
                .put("at", "2026-11-25T10:00:00Z")
                .put("author", "mira")
                .put("comment", "agreed | in the forum");
        return document;
    }

    /** The text, read in the template, says what the document says, and has every word of it. */
    static void assertReadsBack(String text, ObjectNode document, Template template) {
        Reading reading = Markdown.read(text, new Hint(template.kind(), template.id(), null));
        ObjectNode expected = Authored.of(document);
        assertThat(Differences.between(expected, Authored.of(reading.content())))
                .as("%s%n%s", template.id(), text)
                .isEmpty();
        assertThat(lost(expected, text)).as("words lost in %s", template.id()).isEmpty();
    }

    private static Set<String> lost(ObjectNode content, String text) {
        ObjectNode said = content.deepCopy();
        said.path("extraSections").forEach(extra -> ((ObjectNode) extra).remove("level"));
        WordCount words = new WordCount();
        words.add(said, 1);
        Map<String, Integer> there = new WordCount().with(text).left();
        Set<String> lost = words.left().keySet();
        lost.removeAll(there.keySet());
        lost.removeAll(ENUMERATED);
        return lost;
    }
}

package dev.docket.markdown;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The door to reading and writing. */
public final class Markdown {

    private Markdown() {}

    /** Reads a file; whatever its text, there is a reading, and every word of it is in there. */
    public static Reading read(String text, Hint hint) {
        return new Reader(text.lines().toList(), hint).read();
    }

    /**
     * Writes a document, so that reading it in the template gives the same authored content again.
     *
     * @param document its JSON, envelope and all
     * @param template the id of a template of its kind; any other is an {@link IllegalArgumentException}
     */
    public static String write(ObjectNode document, String template) {
        Layout layout = Layouts.of(template);
        if (!layout.kind().json().equals(document.path("kind").asText())) {
            throw new IllegalArgumentException(template + " is no template of its kind");
        }
        return new Writer(document, layout).write();
    }
}

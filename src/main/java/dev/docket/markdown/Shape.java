package dev.docket.markdown;

import com.fasterxml.jackson.databind.JsonNode;

/** How the value of one member looks in Markdown: read from what stands under a heading or a label, and written there. */
interface Shape {

    /**
     * Puts on the sheet what it understands of the piece; answers the Markdown that it does not, empty where it
     * understands all.
     */
    String read(Piece piece, String pointer, Sheet sheet);

    /** Writes the value as it stands under a heading of that level. */
    void write(JsonNode value, Ink ink, int level);

    /** Whether a second section may add to what a first one brought. */
    default boolean grows() {
        return false;
    }
}

package dev.docket.markdown;

import com.fasterxml.jackson.databind.JsonNode;

/** Markdown of any number of paragraphs, kept as it is. */
record Prose() implements Shape {

    static final Shape SHAPE = new Prose();

    @Override
    public String read(Piece piece, String pointer, Sheet sheet) {
        sheet.addText(pointer, piece.whole());
        return "";
    }

    @Override
    public void write(JsonNode value, Ink ink, int level) {
        ink.prose(value.asText(), level);
    }
}

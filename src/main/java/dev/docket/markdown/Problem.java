package dev.docket.markdown;

import com.fasterxml.jackson.databind.JsonNode;

/** What stands right under the heading of the context: the problem, where that has no heading of its own. */
record Problem() implements Shape {

    static final Shape SHAPE = new Problem();

    @Override
    public String read(Piece piece, String pointer, Sheet sheet) {
        if (sheet.has("/context/problem")) {
            return piece.whole();
        }
        sheet.addText("/context/problem", piece.whole());
        return "";
    }

    @Override
    public void write(JsonNode value, Ink ink, int level) {
        ink.prose(value.path("problem").asText(), level);
    }
}

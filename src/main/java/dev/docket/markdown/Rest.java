package dev.docket.markdown;

import com.fasterxml.jackson.databind.JsonNode;

/** What stands right under the heading of an object and is none of its members: all of it is its text. */
record Rest() implements Shape {

    static final Shape SHAPE = new Rest();

    @Override
    public String read(Piece piece, String pointer, Sheet sheet) {
        return piece.whole();
    }

    @Override
    public void write(JsonNode value, Ink ink, int level) {
        ink.prose(value.path("text").asText(), level);
    }
}

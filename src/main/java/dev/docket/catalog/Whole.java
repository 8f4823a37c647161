package dev.docket.catalog;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;

/** A whole document, whose JSON goes from the log to the wire unread. */
record Whole(byte[] bytes) implements Item {

    @JsonValue
    @JsonRawValue
    String json() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

package dev.docket.document;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.docket.api.Kebab;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "outgoing: the document has the link. incoming: another document has it, and points here.")
public enum Direction {
    OUTGOING,
    INCOMING;

    /** The value in JSON, such as {@code incoming}. */
    @JsonValue
    public String json() {
        return Kebab.of(this);
    }
}

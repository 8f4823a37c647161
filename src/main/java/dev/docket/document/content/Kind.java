package dev.docket.document.content;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.docket.api.Kebab;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "adr: an architecture decision record. rfc: a request for comments.")
public enum Kind {
    ADR,
    RFC;

    /** The value in JSON, such as {@code adr}. */
    @JsonValue
    public String json() {
        return Kebab.of(this);
    }

    /** What stands before the number in a ref: {@code ADR} or {@code RFC}. */
    public String prefix() {
        return name();
    }

    /** The path segment of this kind's documents: {@code adrs} or {@code rfcs}. */
    public String path() {
        return json() + "s";
    }

    /** The kind whose {@link #json()} this is. */
    public static Kind of(String json) {
        return "adr".equals(json) ? ADR : RFC;
    }
}

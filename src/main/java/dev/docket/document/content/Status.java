package dev.docket.document.content;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.docket.api.Kebab;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Where a document is in its lifecycle; changed only by a transition.")
public enum Status {
    DRAFT,
    PROPOSED,
    ACCEPTED,
    REJECTED,
    IMPLEMENTED,
    DEPRECATED,
    SUPERSEDED,
    WITHDRAWN;

    /** The value in JSON, such as {@code proposed}. */
    @JsonValue
    public String json() {
        return Kebab.of(this);
    }

    /** Whether the document is still being worked on: its content may change, its approvals go stale. */
    public boolean open() {
        return this == DRAFT || this == PROPOSED;
    }

    /** Whether the decision holds now. */
    public boolean inForce() {
        return this == ACCEPTED || this == IMPLEMENTED;
    }
}

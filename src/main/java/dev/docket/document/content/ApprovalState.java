package dev.docket.document.content;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.docket.api.Kebab;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "pending until a verdict is given; closed when the document left proposed without one.")
public enum ApprovalState {
    PENDING,
    APPROVED,
    REJECTED,
    CHANGES_REQUESTED,
    ABSTAINED,
    CLOSED;

    /** The value in JSON, such as {@code changes-requested}. */
    @JsonValue
    public String json() {
        return Kebab.of(this);
    }
}

package dev.docket.register;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.docket.api.Kebab;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "ReviewReason",
        description =
                "review: the decision holds, and its day to be looked at again has come. decision: the document has "
                        + "been proposed for too long.")
public enum Reason {
    REVIEW,
    DECISION;

    /** The value in JSON, such as {@code review}. */
    @JsonValue
    public String json() {
        return Kebab.of(this);
    }
}

package dev.docket.webhook;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.docket.api.Kebab;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description = "gone: the receiver answered 410. failing: no attempt has succeeded for days. owner-cannot-read: "
                + "its owner may no longer read the project.")
public enum DisabledReason {
    GONE,
    FAILING,
    OWNER_CANNOT_READ;

    /** The value in JSON, such as {@code gone}. */
    @JsonValue
    public String json() {
        return Kebab.of(this);
    }
}

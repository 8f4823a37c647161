package dev.docket.project;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.docket.api.Kebab;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "internal: every principal reads the project. restricted: only its members, admins and auditors.")
public enum Visibility {
    INTERNAL,
    RESTRICTED;

    /** The value in JSON, such as {@code internal}. */
    @JsonValue
    public String json() {
        return Kebab.of(this);
    }
}

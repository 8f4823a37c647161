package dev.docket.access;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.docket.api.Kebab;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "What a token may be used for, whatever its principal may do. None holds another. read: every GET. "
                        + "write: changes to what projects hold. admin: tokens, projects, their members and their policy.")
public enum Scope {
    READ,
    WRITE,
    ADMIN;

    /** The value in JSON, such as {@code read}. */
    @JsonValue
    public String json() {
        return Kebab.of(this);
    }
}

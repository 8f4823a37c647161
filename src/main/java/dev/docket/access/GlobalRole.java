package dev.docket.access;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.docket.api.Kebab;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description = "admin: a maintainer of every project, who also makes projects and tokens for others. "
                + "auditor: reads every project.")
public enum GlobalRole {
    ADMIN,
    AUDITOR;

    /** The value in JSON, such as {@code admin}. */
    @JsonValue
    public String json() {
        return Kebab.of(this);
    }
}

package dev.docket.access;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.docket.api.Kebab;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Whether a principal is a person or a program.")
public enum PrincipalKind {
    PERSON,
    SERVICE_ACCOUNT;

    /** The value in JSON, such as {@code service-account}. */
    @JsonValue
    public String json() {
        return Kebab.of(this);
    }
}

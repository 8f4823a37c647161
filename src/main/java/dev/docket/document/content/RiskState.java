package dev.docket.document.content;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.docket.api.Kebab;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What has become of a risk.")
public enum RiskState {
    OPEN,
    MITIGATED,
    ACCEPTED,
    CLOSED;

    /** The value in JSON, such as {@code open}. */
    @JsonValue
    public String json() {
        return Kebab.of(this);
    }
}

package dev.docket.webhook;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.docket.api.Kebab;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description = "active: it is told what happens. paused: not for now; it is told the rest once it is active "
                + "again. disabled: the service paused it; disabledBecause says why.")
public enum WebhookState {
    ACTIVE,
    PAUSED,
    DISABLED;

    /** The value in JSON, such as {@code active}. */
    @JsonValue
    public String json() {
        return Kebab.of(this);
    }
}

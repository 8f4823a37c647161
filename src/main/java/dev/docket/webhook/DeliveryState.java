package dev.docket.webhook;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.docket.api.Kebab;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description = "pending: there will be an attempt. delivered: the receiver answered with a status from 200 to "
                + "299. dead: no attempt succeeded, and there will be none unless somebody asks for it.")
public enum DeliveryState {
    PENDING,
    DELIVERED,
    DEAD;

    /** The value in JSON, such as {@code pending}. */
    @JsonValue
    public String json() {
        return Kebab.of(this);
    }
}

package dev.docket.document.content;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.docket.api.Kebab;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What was decided about an option.")
public enum OptionVerdict {
    CHOSEN,
    REJECTED,
    DEFERRED;

    /** The value in JSON, such as {@code chosen}. */
    @JsonValue
    public String json() {
        return Kebab.of(this);
    }
}

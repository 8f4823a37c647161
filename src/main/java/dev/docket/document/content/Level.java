package dev.docket.document.content;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.docket.api.Kebab;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A grade of a rating.")
public enum Level {
    LOW(1),
    MEDIUM(2),
    HIGH(3);

    private final int weight;

    Level(int weight) {
        this.weight = weight;
    }

    /** The value in JSON, such as {@code high}. */
    @JsonValue
    public String json() {
        return Kebab.of(this);
    }

    /** 1 for low, 2 for medium, 3 for high: the factor of a risk's severity. */
    public int weight() {
        return weight;
    }
}

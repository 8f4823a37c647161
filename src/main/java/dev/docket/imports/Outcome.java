package dev.docket.imports;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.docket.api.Kebab;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "What became of a file. created: a new document. unchanged: the same bytes as before. revised: the "
                        + "document follows its changed file. conflict: the file changed, but the document was edited here since; "
                        + "nothing was written. skipped: no record of a decision. failed: it cannot be a document.")
public enum Outcome {
    CREATED,
    UNCHANGED,
    REVISED,
    CONFLICT,
    SKIPPED,
    FAILED;

    /** The value in JSON, such as {@code created}. */
    @JsonValue
    public String json() {
        return Kebab.of(this);
    }

    static Outcome of(String json) {
        return Kebab.constant(Outcome.class, json);
    }
}

package dev.docket.project;

import dev.docket.api.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the members of a body that are the server's to set. */
public final class Owned {

    private final List<FieldError> errors = new ArrayList<>();

    /** A member that may be left out, or sent with the value it has; it has none while its owner is being made. */
    public Owned same(String pointer, @Nullable Object sent, @Nullable Object present) {
        if (sent != null && !sent.equals(present)) {
            errors.add(FieldError.at(
                    pointer, "server-owned", "the server keeps this; send it back unchanged or leave it out"));
        }
        return this;
    }

    /** An error for each that was sent with another value. */
    public List<FieldError> errors() {
        return errors;
    }
}

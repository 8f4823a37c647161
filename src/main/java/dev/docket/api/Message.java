package dev.docket.api;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What the actor says about a write. */
public class Message {

    private static final int MAX = 1_000;

    @QueryParam("message")
    @Parameter(
            description = "What to say about the change in the list of revisions.",
            example = "Fix a typo",
            schema = @Schema(maxLength = MAX))
    @Nullable
    String message;

    /** The message; 422 when it cannot be kept. */
    public @Nullable String message() {
        if (message != null && (message.length() > MAX || message.indexOf(0) >= 0)) {
            throw ProblemType.UNPROCESSABLE.because(
                    "The message cannot be kept.",
                    List.of(FieldError.in("message", "too-long", "at most 1000 characters, and no NUL")));
        }
        return message;
    }
}

package dev.docket.api;

import jakarta.ws.rs.HeaderParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The version that a write is based on. */
public class IfMatch {

    @HeaderParam("If-Match")
    @Parameter(
            description = "The ETag of what was read. 428 without it, 412 when it is not the present one.",
            example = "\"3\"",
            required = true,
            schema = @Schema(maxLength = 1000))
    @Nullable
    String ifMatch;

    /** As it was sent: {@link Tag} reads it. */
    public @Nullable String tags() {
        return ifMatch;
    }
}

package dev.docket.api;

import jakarta.ws.rs.HeaderParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The versions that a reader has already. */
public class IfNoneMatch {

    @HeaderParam("If-None-Match")
    @Parameter(
            description = "The ETag of what was read before: 304 when it is still the present one.",
            example = "\"3\"",
            schema = @Schema(maxLength = 1000))
    @Nullable
    String ifNoneMatch;

    /** As it was sent: {@link Tag} reads it. */
    public @Nullable String tags() {
        return ifNoneMatch;
    }
}

package dev.docket.api;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which page of a list is wanted: the parameters of every list. */
public class Paging {

    @QueryParam("limit")
    @Parameter(
            description = "How many items a page has at most; more than 200 is taken as 200.",
            example = "50",
            schema = @Schema(minimum = "1", maximum = "2147483647", defaultValue = "50"))
    @Nullable
    Integer limit;

    @QueryParam("cursor")
    @Parameter(
            description = "The nextCursor of the page before; it goes with the same filter only.",
            example = "NWY6cGF5bWVudHM",
            schema = @Schema(maxLength = 1000))
    @Nullable
    String cursor;

    /** How many items to show, 1 to {@link Page#MAX}; 400 when fewer are asked for. */
    public int limit() {
        return Page.limit(limit);
    }

    /** As it was sent: {@link Cursor.Scope} reads it. */
    public @Nullable String cursor() {
        return cursor;
    }
}

package dev.docket.document;

import dev.docket.api.Parameters;
import jakarta.ws.rs.QueryParam;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The instant as of which a document is wanted. */
public class AtInstant {

    @QueryParam("asOf")
    @Parameter(
            description = "As it stood at that instant; 404 where it was not there yet.",
            example = "2026-05-04T00:00:00Z")
    @Nullable
    OffsetDateTime asOf;

    /** The newest revision, or the one that was the newest then. */
    public Stored read(Reader reader, Address address) {
        OffsetDateTime instant = Parameters.at("asOf", asOf);
        return instant == null ? reader.read(address) : reader.asOf(address, instant);
    }
}

package dev.docket.document;

import dev.docket.document.content.Bounds;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The path parameters that lead to a part of a document. */
public class PartPath extends DocumentPath {

    @PathParam("id")
    @Parameter(
            description = "The id of the part.",
            example = "o1-1",
            schema = @Schema(pattern = Bounds.PART_ID_PATTERN, maxLength = Bounds.PART_ID))
    String id = "";
}

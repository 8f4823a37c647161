package dev.docket.document;

import dev.docket.api.FieldError;
import dev.docket.api.ProblemType;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The path parameters that lead to a revision of a document. */
public class RevisionPath extends DocumentPath {

    @PathParam("revision")
    @Parameter(
            description = "The number of the revision.",
            example = "3",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
    String revision = "";

    /** 404 that names the parameter when the revision is no number. */
    public int revision() {
        if (!revision.matches("[1-9][0-9]{0,8}")) {
            throw ProblemType.NOT_FOUND.because(
                    "There is no revision of that number.",
                    List.of(FieldError.in("revision", "number", "a whole number from 1 on")));
        }
        return Integer.parseInt(revision);
    }
}

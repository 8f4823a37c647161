package dev.docket.project;

import dev.docket.api.Names;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The path parameters that lead to a member. */
public class MemberPath extends ProjectPath {

    @PathParam("principal")
    @Parameter(
            description = "The name of the principal.",
            example = "mira.holt",
            schema = @Schema(pattern = Names.PRINCIPAL_PATTERN, maxLength = Names.PRINCIPAL))
    String principal = "";
}

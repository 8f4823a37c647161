package dev.docket.project;

import dev.docket.api.Names;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The path parameters that lead to a member. */
public class MemberPath extends ProjectPath {

    @PathParam("principal")
    @Parameter(
            description = "The name of the principal, or group: and the name of a group of the identity provider.",
            example = "mira.holt",
            schema = @Schema(pattern = Names.MEMBER_PATTERN, maxLength = Names.MEMBER))
    String principal = "";
}

package dev.docket.access;

import dev.docket.api.Page;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/principals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Principals")
class PrincipalsResource {

    private final Callers callers;
    private final Principals principals;

    PrincipalsResource(Callers callers, Principals principals) {
        this.callers = callers;
        this.principals = principals;
    }

    @GET
    @Needs(Permission.READ_PRINCIPALS)
    @Operation(
            operationId = "listPrincipals",
            summary = "List principals",
            description = "Everybody who ever signed in or was given a token, by name; for admins and auditors.")
    public Page<PrincipalView> list(@BeanParam PrincipalQuery query) {
        return principals.list(callers.current(), query);
    }
}

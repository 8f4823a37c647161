package dev.docket.access;

import dev.docket.api.Idempotent;
import dev.docket.api.IfMatch;
import dev.docket.api.IfNoneMatch;
import dev.docket.api.Page;
import dev.docket.api.Tagged;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/principals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Principals")
class PrincipalsResource {

    private static final String ID = "/{id: [1-9][0-9]{0,17}}";

    private final Callers callers;
    private final Principals principals;
    private final Anonymisations anonymisations;

    PrincipalsResource(Callers callers, Principals principals, Anonymisations anonymisations) {
        this.callers = callers;
        this.principals = principals;
        this.anonymisations = anonymisations;
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

    @GET
    @Path(ID)
    @Needs(Permission.READ_PRINCIPALS)
    @Operation(
            operationId = "getPrincipal",
            summary = "Read a principal",
            description = "For admins and auditors; the anonymised ones, too.")
    public RestResponse<PrincipalView> get(
            @Parameter(description = "The principal's id.", example = "17") @PathParam("id") long id,
            @BeanParam IfNoneMatch known) {
        PrincipalView principal = principals.get(callers.current(), id);
        return Tagged.read(known.tags(), principal.version(), principal);
    }

    @POST
    @Idempotent
    @Path(ID + "/anonymisation")
    @Needs(Permission.ANONYMISE)
    @Operation(
            operationId = "anonymisePrincipal",
            summary = "Anonymise a principal, for good",
            description =
                    "For admins, with the scope admin. Name, display name, groups, global roles and the tie to the "
                            + "identity provider go; its tokens end within a second, its memberships, webhooks and unfinished "
                            + "imports at once; nobody signs in, is given a token or becomes a member under its name again. "
                            + "Wherever things can change it is called by the name in the answer, which says nothing. The log is "
                            + "never rewritten: revisions, what documents say of approvals and transitions, exports and events "
                            + "go on saying the bare name that it had. The content of older revisions can be redacted; who wrote "
                            + "a revision stays. 409 for oneself, for admin, and for who was anonymised before.")
    public RestResponse<PrincipalView> anonymise(
            @Parameter(description = "The principal's id.", example = "17") @PathParam("id") long id,
            @BeanParam IfMatch match) {
        PrincipalView nobody = anonymisations.anonymise(callers.current(), id, match.tags());
        return Tagged.changed(nobody.version(), nobody);
    }
}

package dev.docket.access;

import dev.docket.api.Idempotent;
import dev.docket.api.IfMatch;
import dev.docket.api.IfNoneMatch;
import dev.docket.api.Page;
import dev.docket.api.Paging;
import dev.docket.api.Tagged;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

@Path("/api/v1/tokens")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tokens")
class TokensResource {

    private static final String ID = "/{id: [1-9][0-9]{0,17}}";

    private final Callers callers;
    private final Tokens tokens;

    TokensResource(Callers callers, Tokens tokens) {
        this.callers = callers;
        this.tokens = tokens;
    }

    @GET
    @Needs(Permission.LOOK_AROUND)
    @Operation(
            operationId = "listTokens",
            summary = "List tokens",
            description = "Your own tokens, newest first, the revoked ones too; as an admin, everybody's.")
    public Page<TokenView> list(@BeanParam Paging paging) {
        return tokens.list(callers.current(), paging);
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs({Permission.MANAGE_OWN_TOKENS, Permission.MANAGE_TOKENS})
    @Operation(
            operationId = "createToken",
            summary = "Make a token",
            description = "For yourself or, as an admin, for any principal, which is made if need be. Takes the scope "
                    + "admin. The answer holds the secret; nothing ever shows it again.")
    public RestResponse<TokenView> create(NewToken wanted) {
        TokenView made = tokens.create(callers.current(), wanted);
        return Tagged.createdOnce("/api/v1/tokens/" + made.id(), 1, made);
    }

    @GET
    @Path(ID)
    @Needs(Permission.LOOK_AROUND)
    @Operation(
            operationId = "getToken",
            summary = "Read a token",
            description = "One of your own; as an admin, anybody's. Never the secret.")
    public RestResponse<TokenView> get(
            @Parameter(description = "The token's id.", example = "17") @PathParam("id") long id,
            @BeanParam IfNoneMatch known) {
        Token token = tokens.get(callers.current(), id);
        return Tagged.read(known.tags(), token.version(), token.view());
    }

    @DELETE
    @Path(ID)
    @Needs({Permission.MANAGE_OWN_TOKENS, Permission.MANAGE_TOKENS})
    @Operation(
            operationId = "revokeToken",
            summary = "Revoke a token",
            description = "It stops working within a second, for good; it can still be read. Takes the scope admin.")
    public void revoke(
            @Parameter(description = "The token's id.", example = "17") @PathParam("id") long id,
            @BeanParam IfMatch match) {
        tokens.revoke(callers.current(), id, match.tags());
    }
}

package dev.docket.access;

import dev.docket.api.Answers;
import dev.docket.api.Page;
import dev.docket.api.Paging;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/tokens")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tokens", description = "What opens the service, and for whom.")
class TokensResource {

    private final Callers callers;
    private final Tokens tokens;

    TokensResource(Callers callers, Tokens tokens) {
        this.callers = callers;
        this.tokens = tokens;
    }

    @GET
    @Operation(
            operationId = "listTokens",
            summary = "List tokens",
            description = "Your own tokens, newest first, the revoked ones too; as an admin, everybody's.")
    public Page<TokenView> list(@BeanParam Paging paging) {
        return tokens.list(callers.current(), paging);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createToken",
            summary = "Make a token",
            description = "Makes a token for yourself or, as an admin, for any principal, which is made if need be. "
                    + "Takes the scope admin. The answer holds the secret; nothing ever shows it again.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NewToken.class),
                            examples = @ExampleObject(name = "A portal that reads", value = """
                                                    {"principal": "portal", "name": "nightly import", "scopes": ["read"]}
                                                    """)))
    @APIResponse(
            responseCode = "201",
            description = "The token, with its secret.",
            headers = {
                @Header(name = "Location", description = "Its path.", schema = @Schema(type = SchemaType.STRING)),
                @Header(name = "ETag", description = "Its version.", schema = @Schema(type = SchemaType.STRING))
            },
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TokenView.class),
                            examples = @ExampleObject(name = "A token, this once", value = """
                                    {
                                      "id": 17, "principal": "portal", "name": "nightly import", "scopes": ["read"],
                                      "createdAt": "2026-11-21T09:30:00Z", "createdBy": "admin",
                                      "expiresAt": "2027-02-19T09:30:00Z",
                                      "token": "dkt_0000000000000000000000000000abcd_4S0Yzd"
                                    }
                                    """)))
    public RestResponse<TokenView> create(NewToken wanted) {
        TokenView made = tokens.create(callers.current(), wanted);
        return Answers.created("/api/v1/tokens/" + made.id(), 1, made);
    }
}

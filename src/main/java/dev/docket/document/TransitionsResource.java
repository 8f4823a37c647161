package dev.docket.document;

import dev.docket.access.Needs;
import dev.docket.access.Permission;
import dev.docket.api.Idempotent;
import dev.docket.api.Sent;
import dev.docket.api.Violations;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path(DocumentPath.PATH + "/transitions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Transitions")
class TransitionsResource {

    private final Transitions transitions;
    private final Violations violations;

    TransitionsResource(Transitions transitions, Violations violations) {
        this.transitions = transitions;
        this.violations = violations;
    }

    @GET
    @Needs(Permission.READ_PROJECT)
    @Operation(
            operationId = "list{Kind}Transitions",
            summary = "Ask where {a kind} can go",
            description =
                    "The moves that the caller may make from here, each with what still blocks it, and the record so far.")
    public TransitionsView list(@BeanParam DocumentPath path) {
        return transitions.open(path.address());
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs({
        Permission.PROPOSE,
        Permission.WITHDRAW_OWN,
        Permission.WITHDRAW_ANY,
        Permission.ACCEPT,
        Permission.ACCEPT_BY_POLICY,
        Permission.REJECT,
        Permission.IMPLEMENT,
        Permission.DEPRECATE,
        Permission.SUPERSEDE
    })
    @Operation(
            operationId = "move{Kind}",
            summary = "Move {a kind} to another status",
            description =
                    "Answers the document with its new ETag. A move that is not open is 409 with blockers and the statuses that are; nothing has changed then.")
    public RestResponse<byte[]> move(@BeanParam DocumentPath path, @BeanParam Sent sent, TransitionRequest request) {
        Address address = path.address();
        return Answers.written(transitions
                .move(address, sent.ifMatch, request, () -> violations.refuse(request))
                .stored());
    }
}

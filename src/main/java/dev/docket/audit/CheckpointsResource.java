package dev.docket.audit;

import dev.docket.access.Callers;
import dev.docket.access.Needs;
import dev.docket.access.Permission;
import dev.docket.api.Idempotent;
import dev.docket.api.IfNoneMatch;
import dev.docket.api.Page;
import dev.docket.api.Paging;
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

@Path(Checkpoints.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
class CheckpointsResource {

    /** A checkpoint never changes. */
    private static final int VERSION = 1;

    private final Callers callers;
    private final Checkpoints checkpoints;

    CheckpointsResource(Callers callers, Checkpoints checkpoints) {
        this.callers = callers;
        this.checkpoints = checkpoints;
    }

    @GET
    @Needs(Permission.READ_CHECKPOINTS)
    @Operation(
            operationId = "listCheckpoints",
            summary = "List the checkpoints",
            description = "Newest first, without their heads; for auditors and admins.")
    public Page<CheckpointSummary> list(@BeanParam Paging paging) {
        return checkpoints.list(callers.current(), paging);
    }

    @POST
    @Idempotent
    @Needs(Permission.MAKE_CHECKPOINT)
    @Operation(
            operationId = "createCheckpoint",
            summary = "Make a checkpoint now",
            description = "For admins, with the scope admin. Others are made on a schedule.")
    public RestResponse<Checkpoint> create() {
        Checkpoint made = checkpoints.make(callers.current());
        return Tagged.created(Checkpoints.PATH + "/" + made.number(), VERSION, made);
    }

    @GET
    @Path("/{number: [1-9][0-9]{0,17}}")
    @Needs(Permission.READ_CHECKPOINTS)
    @Operation(
            operationId = "getCheckpoint",
            summary = "Read a checkpoint",
            description = "With the heads of all chains: keep it elsewhere, and verify an audit export with it.")
    public RestResponse<Checkpoint> get(
            @Parameter(description = "The number of the checkpoint.", example = "7") @PathParam("number") long number,
            @BeanParam IfNoneMatch known) {
        return Tagged.read(known.tags(), VERSION, checkpoints.get(callers.current(), number));
    }
}

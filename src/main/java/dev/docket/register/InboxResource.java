package dev.docket.register;

import dev.docket.access.Caller;
import dev.docket.access.Callers;
import dev.docket.access.Needs;
import dev.docket.access.Permission;
import dev.docket.api.Page;
import dev.docket.project.Visible;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/approvals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Approvals")
class InboxResource {

    private final Callers callers;
    private final Visible visible;
    private final Inbox inbox;

    InboxResource(Callers callers, Visible visible, Inbox inbox) {
        this.callers = callers;
        this.visible = visible;
        this.inbox = inbox;
    }

    @GET
    @Needs(Permission.LOOK_AROUND)
    @Operation(
            operationId = "listApprovals",
            summary = "See the approval inbox",
            description = "The approvals of all documents that you may read: those that are waited for, unless another "
                    + "state is asked for; what was asked first comes first. Parameters that are repeated mean or; "
                    + "different ones mean and.")
    public Page<ApprovalEntry> list(@BeanParam InboxQuery query) {
        Caller caller = callers.current();
        return inbox.list(query, caller, visible.of(caller, query.projects()));
    }
}

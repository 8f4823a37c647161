package dev.docket.trail;

import dev.docket.access.Callers;
import dev.docket.access.Needs;
import dev.docket.access.Permission;
import dev.docket.api.Page;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/audit/trail")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
class TrailResource {

    private final Callers callers;
    private final Entries entries;

    TrailResource(Callers callers, Entries entries) {
        this.callers = callers;
        this.entries = entries;
    }

    @GET
    @Needs(Permission.READ_TRAIL)
    @Operation(
            operationId = "listTrail",
            summary = "Read the audit trail",
            description = "Who was refused what, and who changed tokens, principals, members, projects and policies: "
                    + "newest first, for auditors and admins. Refusals appear within seconds; those of a minute that "
                    + "are alike in action, principal, project and address share an entry, which says how many they "
                    + "were.")
    public Page<TrailView> list(@BeanParam TrailQuery query) {
        return entries.list(callers.current(), query);
    }
}

package dev.docket.audit;

import dev.docket.access.Callers;
import dev.docket.access.Needs;
import dev.docket.access.Permission;
import dev.docket.project.ProjectPath;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path(ProjectPath.PATH + "/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
class AuditResource {

    private final Callers callers;
    private final Audits audits;

    AuditResource(Callers callers, Audits audits) {
        this.callers = callers;
        this.audits = audits;
    }

    @GET
    @Needs(Permission.VERIFY)
    @Operation(
            operationId = "verifyProject",
            summary = "Verify the log of a project",
            description = "Computes every hash anew: of each revision's content, of its header, of each entry of the "
                    + "project's chain; and looks up every revision in the chain. For maintainers, auditors and "
                    + "admins. Takes about a second for 30,000 revisions, and nobody waits for it.")
    public RestResponse<AuditView> verify(@BeanParam ProjectPath project) {
        return ResponseBuilder.ok(audits.verify(callers.current(), project.key()))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }
}

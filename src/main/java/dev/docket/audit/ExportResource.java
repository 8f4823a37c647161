package dev.docket.audit;

import dev.docket.access.Callers;
import dev.docket.access.Permission;
import dev.docket.project.ProjectPath;
import dev.docket.project.Projects;
import dev.docket.project.Standing;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The log itself, for whoever verifies it elsewhere; the contract has this operation with the verification. */
@Path(ProjectPath.PATH + "/audit")
class ExportResource {

    private static final String LINES = "application/x-ndjson";

    private final Export export;
    private final Projects projects;
    private final Callers callers;

    ExportResource(Export export, Projects projects, Callers callers) {
        this.export = export;
        this.projects = projects;
        this.callers = callers;
    }

    @GET
    @Produces(LINES + ";qs=0.5")
    @Operation(hidden = true)
    public Response get(@BeanParam ProjectPath project) {
        Standing standing = projects.standing(callers.current(), project.key()).permit(Permission.VERIFY);
        StreamingOutput lines = out -> export.write(standing.projectId(), standing.project(), out);
        return Response.ok(lines, LINES)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header("Content-Disposition", "attachment; filename=\"" + standing.project() + ".ndjson\"")
                .build();
    }
}

package dev.docket.project;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.access.Callers;
import dev.docket.access.Needs;
import dev.docket.access.Permission;
import dev.docket.api.Idempotent;
import dev.docket.api.IfMatch;
import dev.docket.api.IfNoneMatch;
import dev.docket.api.Page;
import dev.docket.api.Paging;
import dev.docket.api.Patches;
import dev.docket.api.StrictJson;
import dev.docket.api.Tagged;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/projects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Projects")
class ProjectsResource {

    private final Callers callers;
    private final Projects projects;

    ProjectsResource(Callers callers, Projects projects) {
        this.callers = callers;
        this.projects = projects;
    }

    @GET
    @Needs(Permission.LOOK_AROUND)
    @Operation(
            operationId = "listProjects",
            summary = "List projects",
            description = "Those that you may read, by key.")
    public Page<ProjectView> list(
            @BeanParam Paging paging,
            @Parameter(description = "Only those that are archived, or only those that are not.", example = "false")
                    @QueryParam("archived")
                    @Nullable
                    Boolean archived) {
        return projects.list(callers.current(), paging, archived);
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.CREATE_PROJECT)
    @Operation(
            operationId = "createProject",
            summary = "Make a project",
            description = "For admins, with the scope admin. Whoever makes it becomes its first maintainer.")
    public RestResponse<ProjectView> create(ProjectView wanted) {
        ProjectView made = projects.create(callers.current(), wanted);
        return Tagged.created("/api/v1/projects/" + made.key(), version(made), made);
    }

    @GET
    @Path("/{project}")
    @Needs(Permission.READ_PROJECT)
    @Operation(operationId = "getProject", summary = "Read a project", description = "With its policy.")
    public RestResponse<ProjectView> get(@BeanParam ProjectPath path, @BeanParam IfNoneMatch known) {
        ProjectView project = projects.get(callers.current(), path.key());
        return Tagged.read(known.tags(), version(project), project);
    }

    @PUT
    @Path("/{project}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.MANAGE_PROJECT)
    @Operation(
            operationId = "replaceProject",
            summary = "Replace a project",
            description = "For maintainers, with the scope admin. What is left out gets its default; a policy that is "
                    + "left out is one without demands.")
    public RestResponse<ProjectView> replace(
            @BeanParam ProjectPath path, @BeanParam IfMatch match, ProjectView wanted) {
        return change(path, match, present -> wanted);
    }

    @PATCH
    @Path("/{project}")
    @Consumes({Patches.MERGE, Patches.JSON})
    @Needs(Permission.MANAGE_PROJECT)
    @Operation(
            operationId = "patchProject",
            summary = "Change a project",
            description = "For maintainers, with the scope admin: its name, who reads it, its policy, whether it is "
                    + "archived.")
    public RestResponse<ProjectView> patch(
            @BeanParam ProjectPath path, @BeanParam IfMatch match, @Context HttpHeaders headers, JsonNode patch) {
        return change(path, match, present -> {
            JsonNode target = StrictJson.objectMapper().valueToTree(present);
            return StrictJson.value(Patches.apply(headers.getMediaType(), patch, target), ProjectView.class);
        });
    }

    private RestResponse<ProjectView> change(ProjectPath path, IfMatch match, UnaryOperator<ProjectView> edit) {
        ProjectView changed = projects.change(callers.current(), path.key(), match.tags(), edit);
        return Tagged.changed(version(changed), changed);
    }

    private static int version(ProjectView project) {
        return Objects.requireNonNull(project.version());
    }
}

package dev.docket.catalog;

import dev.docket.access.Callers;
import dev.docket.access.Needs;
import dev.docket.access.Permission;
import dev.docket.document.DocumentPath;
import dev.docket.project.Projects;
import dev.docket.project.Scope;
import dev.docket.project.Standing;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path(DocumentPath.LIST)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Documents")
class ProjectListResource {

    private final Callers callers;
    private final Projects projects;
    private final Lists lists;
    private final Streamed streamed;

    ProjectListResource(Callers callers, Projects projects, Lists lists, Streamed streamed) {
        this.callers = callers;
        this.projects = projects;
        this.lists = lists;
        this.streamed = streamed;
    }

    @GET
    @Needs(Permission.READ_PROJECT)
    @Operation(
            operationId = "list{Kind}s",
            summary = "List {kind}s",
            description =
                    "The project's {kind}s, newest number first, as summaries. Parameters that are repeated mean or; "
                            + "different ones mean and. It is the list of all documents with project and kind fixed.")
    public RestResponse<DocumentPage> list(@BeanParam OfOneProject parameters) {
        return Answer.of(lists.list(Question.of(parameters, () -> scope(parameters))));
    }

    @GET
    @Produces(Streamed.TYPE + Streamed.SECOND)
    @Operation(hidden = true)
    public RestResponse<StreamingOutput> stream(@BeanParam OfOneProject parameters) {
        return Answer.of(streamed.of(Question.ofAll(parameters, () -> scope(parameters))));
    }

    private Scope scope(OfOneProject parameters) {
        Standing standing = projects.standing(callers.current(), parameters.project);
        return Scope.of(standing.projectId(), standing.project());
    }
}

package dev.docket.catalog;

import dev.docket.access.Callers;
import dev.docket.access.Needs;
import dev.docket.access.Permission;
import dev.docket.feed.Position;
import dev.docket.project.Scope;
import dev.docket.project.Visible;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/documents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Documents")
class DocumentListResource {

    private final Callers callers;
    private final Visible visible;
    private final Lists lists;
    private final Streamed streamed;
    private final Changes changes;

    DocumentListResource(Callers callers, Visible visible, Lists lists, Streamed streamed, Changes changes) {
        this.callers = callers;
        this.visible = visible;
        this.lists = lists;
        this.streamed = streamed;
        this.changes = changes;
    }

    @GET
    @Needs(Permission.LOOK_AROUND)
    @Operation(
            operationId = "listDocuments",
            summary = "List and search documents",
            description = "ADRs and RFCs of all projects that you may read. Parameters that are repeated mean or; "
                    + "different ones mean and. In the order of numbers a list that is paged through has every document "
                    + "once, whatever is written meanwhile; in one that changes with every edit, one that is edited "
                    + "may move to a page that was read before.")
    public RestResponse<DocumentPage> list(@BeanParam OfAllProjects parameters) {
        Position since = parameters.since();
        Question question = Question.of(parameters, () -> scope(parameters));
        return Answer.of(
                since == null
                        ? lists.list(question)
                        : changes.after(since, question.asked(), question.whole(), question.limit()));
    }

    @GET
    @Produces(Streamed.TYPE + Streamed.SECOND)
    @Operation(hidden = true)
    public RestResponse<StreamingOutput> stream(@BeanParam OfAllProjects parameters) {
        return Answer.of(streamed.of(Question.ofAll(parameters, () -> scope(parameters))));
    }

    private Scope scope(OfAllProjects parameters) {
        return visible.of(callers.current(), parameters.projects());
    }
}

package dev.docket.register;

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

@Path("/api/v1/reviews")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Documents")
class ReviewsResource {

    private final Callers callers;
    private final Visible visible;
    private final Reviews reviews;

    ReviewsResource(Callers callers, Visible visible, Reviews reviews) {
        this.callers = callers;
        this.visible = visible;
        this.reviews = reviews;
    }

    @GET
    @Needs(Permission.LOOK_AROUND)
    @Operation(
            operationId = "listReviews",
            summary = "See what is due",
            description =
                    "Of the documents that you may read, those in force whose day to be looked at again has come, and "
                            + "those that have been proposed for too long; what has been due longest comes first. Parameters that "
                            + "are repeated mean or; different ones mean and.")
    public Page<ReviewEntry> list(@BeanParam ReviewQuery query) {
        return reviews.list(query, visible.of(callers.current(), query.projects()));
    }
}

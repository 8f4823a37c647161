package dev.docket.feed;

import dev.docket.access.Callers;
import dev.docket.access.Needs;
import dev.docket.access.Permission;
import dev.docket.api.Page;
import dev.docket.event.CloudEvent;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path(EventsResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Events")
class EventsResource {

    static final String PATH = "/api/v1/events";

    private final Callers callers;
    private final Events events;

    EventsResource(Callers callers, Events events) {
        this.callers = callers;
        this.events = events;
    }

    @GET
    @Needs(Permission.LOOK_AROUND)
    @Operation(
            operationId = "listEvents",
            summary = "Read the feed",
            description = "Every change of what you may read, in order, from the oldest that is kept or after the "
                    + "cursor. nextCursor is always there, on empty pages too, and leads to what comes later: when it is "
                    + "the cursor that you sent, you have it all for now. Nothing is skipped and nothing comes twice. A "
                    + "cursor older than what is kept is 410, which says how to start again.")
    public RestResponse<Page<CloudEvent>> list(@BeanParam EventQuery query) {
        Events.Slice slice = events.after(query.cursor(), callers.current(), query.filter(), query.limit());
        List<CloudEvent> items = slice.entries().stream().map(CloudEvent::of).toList();
        return RestResponse.ResponseBuilder.ok(new Page<>(items, Long.toString(slice.end())))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }
}

package dev.docket.statistics;

import dev.docket.access.Callers;
import dev.docket.access.Needs;
import dev.docket.access.Permission;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/stats")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Statistics")
class StatsResource {

    private final Callers callers;
    private final Statistics statistics;

    StatsResource(Callers callers, Statistics statistics) {
        this.callers = callers;
        this.statistics = statistics;
    }

    @GET
    @Needs(Permission.LOOK_AROUND)
    @Operation(
            operationId = "getStats",
            summary = "See how decisions go",
            description = "As of one project, over all projects that you may read.")
    public Stats get(@BeanParam PeriodQuery query) {
        return statistics.of(query.period(statistics.thisMonth()), Whose.all(callers.current()));
    }
}

package dev.docket.statistics;

import dev.docket.access.Callers;
import dev.docket.access.Needs;
import dev.docket.access.Permission;
import dev.docket.project.ProjectPath;
import dev.docket.project.Projects;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path(ProjectPath.PATH + "/stats")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Statistics")
class ProjectStatsResource {

    private final Callers callers;
    private final Projects projects;
    private final Statistics statistics;

    ProjectStatsResource(Callers callers, Projects projects, Statistics statistics) {
        this.callers = callers;
        this.projects = projects;
        this.statistics = statistics;
    }

    @GET
    @Needs(Permission.READ_PROJECT)
    @Operation(
            operationId = "getProjectStats",
            summary = "See how decisions go in a project",
            description =
                    "Documents by status, lead times and acceptance by month and kind, approval latency by role, and "
                            + "the age of what is proposed. Of the last 12 months, or of the period that is asked for; a change "
                            + "is counted within seconds.")
    public Stats get(@BeanParam ProjectPath path, @BeanParam PeriodQuery query) {
        Period period = query.period(statistics.thisMonth());
        long project = projects.standing(callers.current(), path.key()).projectId();
        return statistics.of(period, Whose.project(project));
    }
}

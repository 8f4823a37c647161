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

@Path("/api/v1/risks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Risks")
class RiskRegisterResource {

    private final Callers callers;
    private final Visible visible;
    private final Risks risks;

    RiskRegisterResource(Callers callers, Visible visible, Risks risks) {
        this.callers = callers;
        this.visible = visible;
        this.risks = risks;
    }

    @GET
    @Needs(Permission.LOOK_AROUND)
    @Operation(
            operationId = "listRisks",
            summary = "See the risk register",
            description =
                    "The risks of all documents that you may read, the most severe first; where the severity is the "
                            + "same, those with the greatest impact, and then those of the newest document. Parameters that are "
                            + "repeated mean or; different ones mean and.")
    public Page<RiskEntry> list(@BeanParam RiskQuery query) {
        return risks.list(query, visible.of(callers.current(), query.projects()));
    }
}

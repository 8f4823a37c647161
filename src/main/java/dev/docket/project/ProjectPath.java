package dev.docket.project;

import dev.docket.api.Names;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The path parameter that leads to a project. */
public class ProjectPath {

    /** The part of the path that all resources of a project share. */
    public static final String PATH = "/api/v1/projects/{project}";

    @PathParam("project")
    @Parameter(
            description = "The key of the project.",
            example = "payments",
            schema = @Schema(pattern = Names.PROJECT_PATTERN, maxLength = Names.PROJECT))
    String project = "";

    /** As it was sent: {@link Projects#standing} answers 404 where no project has such a key. */
    public String key() {
        return project;
    }
}

package dev.docket.catalog;

import dev.docket.api.Names;
import dev.docket.document.DocumentPath;
import dev.docket.document.content.Kind;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameters of a list of one kind in one project. */
public class OfOneProject extends ListParameters {

    @PathParam("project")
    @Parameter(
            description = "The key of the project.",
            example = "payments",
            schema = @Schema(pattern = Names.PROJECT_PATTERN, maxLength = Names.PROJECT))
    String project = "";

    @PathParam("kind")
    @Parameter(hidden = true)
    String kind = "";

    @Override
    List<String> projects() {
        return List.of(project);
    }

    @Override
    List<Kind> kinds() {
        return List.of(DocumentPath.kind(kind));
    }
}

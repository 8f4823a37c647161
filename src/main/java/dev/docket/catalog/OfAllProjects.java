package dev.docket.catalog;

import dev.docket.api.Names;
import dev.docket.api.Parameters;
import dev.docket.document.content.Kind;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameters of the list over all projects. */
public class OfAllProjects extends ListParameters {

    private static final Pattern PROJECT = Pattern.compile(Names.PROJECT_PATTERN);

    @QueryParam("project")
    @Parameter(
            description = "Only documents of the project of this key, or of one of these.",
            example = "[\"payments\"]")
    List<String> project = List.of();

    @QueryParam("kind")
    @Parameter(description = "Only documents of this kind: adr or rfc.", example = "[\"adr\"]")
    List<String> kind = List.of();

    @Override
    List<String> projects() {
        return Parameters.checked(
                "project", project, text -> PROJECT.matcher(text).matches(), "the key of a project");
    }

    @Override
    List<Kind> kinds() {
        return Parameters.checked("kind", kind, Set.of("adr", "rfc")::contains, "adr or rfc").stream()
                .distinct()
                .map(Kind::of)
                .toList();
    }
}

package dev.docket.catalog;

import dev.docket.api.Names;
import dev.docket.api.Parameters;
import dev.docket.document.content.Kind;
import dev.docket.feed.Position;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

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

    @QueryParam("since")
    @Parameter(
            description =
                    "Only documents that changed after this position of the feed, in the order in which they did, "
                            + "as they are now; with project, kind, view and limit only. Go on from the position in the answer: "
                            + "nothing is skipped, and what changes again comes again. latest stands for the newest position; a "
                            + "position older than what is kept is 410.",
            example = "4711",
            schema = @Schema(type = SchemaType.STRING, maxLength = 30, pattern = Position.PATTERN))
    @Nullable
    String since;

    /** The position after which changes are wanted; null where a list is. */
    @Nullable
    Position since() {
        if (since == null) {
            return null;
        }
        alone("since", Set.of("since", "project", "kind", "view", "limit"));
        return Position.read("since", since);
    }

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

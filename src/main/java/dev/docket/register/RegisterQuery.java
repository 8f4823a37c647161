package dev.docket.register;

import dev.docket.api.Kebab;
import dev.docket.api.Names;
import dev.docket.api.Paging;
import dev.docket.api.Parameters;
import dev.docket.document.content.Kind;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What every register is asked by: repeated means or, different means and. */
public class RegisterQuery extends Paging {

    private static final Pattern PROJECT = Pattern.compile(Names.PROJECT_PATTERN);

    @QueryParam("project")
    @Parameter(
            description = "Only of documents of the project of this key, or of one of these.",
            example = "[\"payments\"]",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class, maxItems = Parameters.REPEATED))
    List<String> project = List.of();

    @QueryParam("kind")
    @Parameter(
            description = "Only of documents of this kind.",
            example = "[\"adr\"]",
            schema = @Schema(type = SchemaType.ARRAY, implementation = Kind.class, maxItems = Parameters.REPEATED))
    List<String> kind = List.of();

    /** Empty where none is named. */
    List<String> projects() {
        return Parameters.checked(
                "project", project, text -> PROJECT.matcher(text).matches(), "the key of a project");
    }

    /** All where none is named. */
    List<String> kinds() {
        return names(Parameters.constants("kind", Kind.class, kind));
    }

    /** As the index has them. */
    static List<String> names(List<? extends Enum<?>> constants) {
        return constants.stream().map(Kebab::of).toList();
    }
}

package dev.docket.document;

import dev.docket.api.FieldError;
import dev.docket.api.Names;
import dev.docket.api.ProblemType;
import dev.docket.document.content.Kind;
import dev.docket.project.Projects;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The path parameters that lead to a document. */
public class DocumentPath {

    /** The path of a project's documents of a kind. */
    public static final String LIST = "/api/v1/projects/{project}/{kind:adrs|rfcs}";

    /** The part of the path that all resources of a document share. */
    public static final String PATH = LIST + "/{number}";

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,5}");

    @PathParam("project")
    @Parameter(
            description = "The key of the project.",
            example = "payments",
            schema = @Schema(pattern = Names.PROJECT_PATTERN, maxLength = Names.PROJECT))
    String project = "";

    @PathParam("kind")
    @Parameter(hidden = true)
    String kind = "";

    @PathParam("number")
    @Parameter(
            description = "The number, without padding.",
            example = "42",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "999999"))
    String number = "";

    /** 404 when the project is no key, or the number none: that names the parameter. */
    public Address address() {
        Projects.refuseNoKey(project);
        if (!NUMBER.matcher(number).matches()) {
            throw ProblemType.NOT_FOUND.because(
                    "There is no document of that number.",
                    List.of(FieldError.in("number", "number", "a whole number from 1 to 999999, without padding")));
        }
        return new Address(kind(kind), project, Integer.parseInt(number));
    }

    /** The kind that the segment of a path, {@code adrs} or {@code rfcs}, is of. */
    public static Kind kind(String segment) {
        return Kind.of(segment.substring(0, segment.length() - 1));
    }
}

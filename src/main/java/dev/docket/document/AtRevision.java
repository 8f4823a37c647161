package dev.docket.document;

import dev.docket.api.FieldError;
import dev.docket.api.ProblemType;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** How a part is asked for: as it is, or as it was in a revision. */
public class AtRevision {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    @HeaderParam("If-None-Match")
    @Parameter(
            description = "The ETag that the caller has: 304 when nothing is newer.",
            example = "\"3\"",
            schema = @Schema(maxLength = 1000))
    @Nullable
    String ifNoneMatch;

    @QueryParam("revision")
    @Parameter(
            description = "As it was in this revision of the document.",
            example = "2",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
    @Nullable
    String revision;

    @Nullable
    Integer revision() {
        return number("revision", revision);
    }

    /** The number in a parameter, null when it is left out; 400 when it is none. */
    public static @Nullable Integer number(String parameter, @Nullable String text) {
        if (text != null && !NUMBER.matcher(text).matches()) {
            throw ProblemType.UNREADABLE.because(
                    "There is no such revision.",
                    List.of(FieldError.in(parameter, "type", "a whole number from 1 on")));
        }
        return text == null ? null : Integer.valueOf(text);
    }
}

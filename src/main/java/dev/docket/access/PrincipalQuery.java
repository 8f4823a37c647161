package dev.docket.access;

import dev.docket.api.Names;
import dev.docket.api.Paging;
import dev.docket.api.Parameters;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which principals are wanted. */
public class PrincipalQuery extends Paging {

    private static final Pattern BEGINNING = Pattern.compile(Names.PRINCIPAL_PATTERN);

    @QueryParam("q")
    @Parameter(
            description = "Only those whose name begins so.",
            example = "mira",
            schema = @Schema(maxLength = Names.PRINCIPAL, pattern = Names.PRINCIPAL_PATTERN))
    @Nullable
    String q;

    @QueryParam("kind")
    @Parameter(
            description = "Only those of this kind.",
            example = "person",
            schema = @Schema(implementation = PrincipalKind.class))
    @Nullable
    String kind;

    @QueryParam("anonymised")
    @Parameter(description = "Only those that were anonymised, or only those that were not.", example = "false")
    @Nullable
    Boolean anonymised;

    /** Null for every name; 400 for what no name begins with. */
    @Nullable
    String beginning() {
        if (q != null && (q.length() > Names.PRINCIPAL || !BEGINNING.matcher(q).matches())) {
            throw Parameters.bad("q", "pattern", "no name begins like this");
        }
        return q;
    }

    /** Null for both; 400 for a word that is no kind. */
    @Nullable
    String kind() {
        return kind == null
                ? null
                : Parameters.constants("kind", PrincipalKind.class, List.of(kind))
                        .get(0)
                        .json();
    }
}

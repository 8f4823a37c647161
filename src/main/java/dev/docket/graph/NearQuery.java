package dev.docket.graph;

import dev.docket.api.Parameters;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What of the graph around one document is wanted. */
public class NearQuery extends GraphQuery {

    private static final int DEPTH = 2;
    private static final int MAX_DEPTH = 10;

    @QueryParam("depth")
    @Parameter(
            description = "How many edges away from the document a node may be.",
            example = "2",
            schema = @Schema(minimum = "1", maximum = "10", defaultValue = "2"))
    @Nullable
    Integer depth;

    @QueryParam("direction")
    @Parameter(
            description = "Which way edges are followed from the document on: out, to what it depends on, amends, "
                    + "supersedes and so on; in, to what does so with it; both when left out.",
            example = "in",
            schema =
                    @Schema(
                            enumeration = {"out", "in", "both"},
                            defaultValue = "both"))
    @Nullable
    String direction;

    /** 400 where it is out of bounds: a graph that is smaller than asked for would be taken for the whole. */
    int depth() {
        int asked = Objects.requireNonNullElse(depth, DEPTH);
        if (asked < 1 || asked > MAX_DEPTH) {
            throw Parameters.bad("depth", "out-of-range", "1 to " + MAX_DEPTH);
        }
        return asked;
    }

    Towards direction() {
        return direction == null
                ? Towards.BOTH
                : Parameters.constants("direction", Towards.class, List.of(direction))
                        .get(0);
    }
}

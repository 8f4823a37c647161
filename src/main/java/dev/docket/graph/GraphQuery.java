package dev.docket.graph;

import dev.docket.api.Parameters;
import dev.docket.document.content.Kind;
import dev.docket.document.content.Status;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What of a graph is wanted: repeated means or, different means and. */
public class GraphQuery {

    @QueryParam("kind")
    @Parameter(
            description = "Only documents of this kind.",
            example = "[\"adr\"]",
            schema = @Schema(type = SchemaType.ARRAY, implementation = Kind.class, maxItems = Parameters.REPEATED))
    List<String> kind = List.of();

    @QueryParam("status")
    @Parameter(
            description = "Only documents in this status, or one of these.",
            example = "[\"accepted\"]",
            schema = @Schema(type = SchemaType.ARRAY, implementation = Status.class, maxItems = Parameters.REPEATED))
    List<String> status = List.of();

    @QueryParam("inForce")
    @Parameter(
            description = "true: only what holds now, accepted or implemented; false: only what does not.",
            example = "true")
    @Nullable
    Boolean inForce;

    @QueryParam("rel")
    @Parameter(
            description = "Only edges that say this, or one of these.",
            example = "[\"depends-on\"]",
            schema = @Schema(type = SchemaType.ARRAY, implementation = Relation.class, maxItems = Parameters.REPEATED))
    List<String> rel = List.of();

    /** 400 for a value that there is not. */
    Filter filter() {
        Set<Status> statuses = chosen("status", Status.class, status).stream()
                .filter(each -> inForce == null || inForce == each.inForce())
                .collect(Collectors.toUnmodifiableSet());
        return new Filter(chosen("kind", Kind.class, kind), statuses, chosen("rel", Relation.class, rel));
    }

    private static <E extends Enum<E>> Set<E> chosen(String parameter, Class<E> type, List<String> names) {
        return Set.copyOf(Parameters.constants(parameter, type, names));
    }
}

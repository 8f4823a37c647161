package dev.docket.graph;

import dev.docket.api.FieldError;
import dev.docket.api.Kebab;
import dev.docket.api.ProblemType;
import dev.docket.document.content.Kind;
import dev.docket.document.content.Status;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What of a graph is wanted: repeated means or, different means and. */
public class GraphQuery {

    private static final int MAX_REPEATED = 50;

    @QueryParam("kind")
    @Parameter(
            description = "Only documents of this kind.",
            example = "[\"adr\"]",
            schema = @Schema(type = SchemaType.ARRAY, implementation = Kind.class, maxItems = MAX_REPEATED))
    List<String> kind = List.of();

    @QueryParam("status")
    @Parameter(
            description = "Only documents in this status, or one of these.",
            example = "[\"accepted\"]",
            schema = @Schema(type = SchemaType.ARRAY, implementation = Status.class, maxItems = MAX_REPEATED))
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
            schema = @Schema(type = SchemaType.ARRAY, implementation = Relation.class, maxItems = MAX_REPEATED))
    List<String> rel = List.of();

    /** 400 for a value that there is not. */
    Filter filter() {
        Set<Status> statuses = chosen("status", Status.class, status).stream()
                .filter(each -> inForce == null || inForce == each.inForce())
                .collect(Collectors.toUnmodifiableSet());
        return new Filter(chosen("kind", Kind.class, kind), statuses, chosen("rel", Relation.class, rel));
    }

    /** All constants where none is named. */
    static <E extends Enum<E>> Set<E> chosen(String parameter, Class<E> type, List<String> names) {
        Set<E> all = EnumSet.allOf(type);
        List<String> known = all.stream().map(Kebab::of).toList();
        if (names.size() > MAX_REPEATED || !known.containsAll(names)) {
            throw bad(
                    parameter,
                    "value",
                    "one of %s, at most %d times".formatted(String.join(", ", known), MAX_REPEATED));
        }
        return names.isEmpty()
                ? all
                : Arrays.stream(type.getEnumConstants())
                        .filter(each -> names.contains(Kebab.of(each)))
                        .collect(Collectors.toUnmodifiableSet());
    }

    static RuntimeException bad(String parameter, String code, String detail) {
        return ProblemType.UNREADABLE.because(
                "The graph cannot be asked for so.", List.of(FieldError.in(parameter, code, detail)));
    }
}

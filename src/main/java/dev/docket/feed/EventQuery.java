package dev.docket.feed;

import dev.docket.api.Names;
import dev.docket.api.Page;
import dev.docket.api.Parameters;
import dev.docket.document.content.Kind;
import dev.docket.event.EventType;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which events are wanted: repeated means or, different means and. */
public class EventQuery {

    @QueryParam("project")
    @Parameter(
            description = "Only events of the project of this key, or of one of these.",
            example = "[\"payments\"]",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class, maxItems = Parameters.REPEATED))
    List<String> project = List.of();

    @QueryParam("kind")
    @Parameter(
            description = "Only events of documents of this kind.",
            example = "[\"adr\"]",
            schema = @Schema(type = SchemaType.ARRAY, implementation = Kind.class, maxItems = Parameters.REPEATED))
    List<String> kind = List.of();

    @QueryParam("type")
    @Parameter(
            description = "Only events of this type, or of one of these.",
            example = "[\"dev.docket.document.transitioned.v1\"]",
            schema = @Schema(type = SchemaType.ARRAY, implementation = EventType.class, maxItems = Parameters.REPEATED))
    List<String> type = List.of();

    @QueryParam("cursor")
    @Parameter(
            description = "The nextCursor of the page before, or the sequence of an event: what comes after it is "
                    + "wanted. latest stands for the newest event.",
            example = "4711",
            schema = @Schema(type = SchemaType.STRING, maxLength = 30, pattern = Position.PATTERN))
    @Nullable
    String cursor;

    @QueryParam("limit")
    @Parameter(
            description =
                    "How many items a page has at most; more than 200 is taken as 200. Of no effect on the stream.",
            example = "50",
            schema = @Schema(minimum = "1", maximum = "2147483647", defaultValue = "50"))
    @Nullable
    Integer limit;

    int limit() {
        return Page.limit(limit);
    }

    /** Null where there is none; 400 for what cannot be one. */
    @Nullable
    Position cursor() {
        return cursor == null ? null : Position.read("cursor", cursor);
    }

    /** 400 for a kind or type that there is not. */
    EventFilter filter() {
        return new EventFilter(
                Set.copyOf(Parameters.checked("project", project, Names.PROJECT)),
                kind.isEmpty()
                        ? Set.of()
                        : Parameters.constants("kind", Kind.class, kind).stream()
                                .map(each -> each.prefix() + "-")
                                .collect(Collectors.toUnmodifiableSet()),
                Set.copyOf(Parameters.checked(
                        "type", type, each -> EventType.of(each).isPresent(), "a type of events")));
    }
}

package dev.docket.trail;

import dev.docket.access.Action;
import dev.docket.api.FieldError;
import dev.docket.api.Kebab;
import dev.docket.api.Names;
import dev.docket.api.Paging;
import dev.docket.api.ProblemType;
import jakarta.ws.rs.QueryParam;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which part of the trail is wanted: repeated means or, different means and. */
public class TrailQuery extends Paging {

    private static final int MAX_REPEATED = 50;

    @QueryParam("principal")
    @Parameter(
            description = "Only what this principal did, or one of these.",
            example = "[\"mira.holt\"]",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class, maxItems = MAX_REPEATED))
    List<String> principal = List.of();

    @QueryParam("action")
    @Parameter(
            description = "Only this action, or one of these.",
            example = "[\"access-denied\"]",
            schema = @Schema(type = SchemaType.ARRAY, implementation = Action.class, maxItems = MAX_REPEATED))
    List<String> action = List.of();

    @QueryParam("project")
    @Parameter(
            description = "Only what was done in the project of this key, or one of these.",
            example = "[\"payments\"]",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class, maxItems = MAX_REPEATED))
    List<String> project = List.of();

    @QueryParam("from")
    @Parameter(description = "Only what was done at this instant or later.", example = "2026-05-04T00:00:00Z")
    @Nullable
    OffsetDateTime from;

    @QueryParam("to")
    @Parameter(description = "Only what was done before this instant.", example = "2026-05-05T00:00:00Z")
    @Nullable
    OffsetDateTime to;

    /** Null for every beginning. 400 for a year that no calendar of ours has. */
    @Nullable
    OffsetDateTime from() {
        return checked("from", from);
    }

    /** As {@link #from()}, for the end. */
    @Nullable
    OffsetDateTime to() {
        return checked("to", to);
    }

    private static @Nullable OffsetDateTime checked(String name, @Nullable OffsetDateTime at) {
        if (at != null && (at.getYear() < 1 || at.getYear() > 9999)) {
            throw unreadable(name, "out-of-range", "a year from 1 to 9999 is wanted");
        }
        return at;
    }

    String[] principals() {
        return checked("principal", principal, Names.PRINCIPAL);
    }

    String[] projects() {
        return checked("project", project, Names.PROJECT);
    }

    /** 400 for a word that is no action. */
    String[] actions() {
        for (String each : checked("action", action, 100)) {
            try {
                Kebab.constant(Action.class, each);
            } catch (IllegalArgumentException e) {
                throw unreadable("action", "unknown", "there is no such action");
            }
        }
        return action.toArray(String[]::new);
    }

    private static String[] checked(String name, List<String> values, int length) {
        if (values.size() > MAX_REPEATED) {
            throw unreadable(name, "too-many", "at most %d of them".formatted(MAX_REPEATED));
        }
        if (values.stream().anyMatch(value -> value.length() > length)) {
            throw unreadable(name, "too-long", "at most %d characters".formatted(length));
        }
        return values.toArray(String[]::new);
    }

    private static RuntimeException unreadable(String name, String code, String detail) {
        return ProblemType.UNREADABLE.because(
                "A query parameter cannot be read.", List.of(FieldError.in(name, code, detail)));
    }
}

package dev.docket.trail;

import dev.docket.access.Action;
import dev.docket.api.Kebab;
import dev.docket.api.Names;
import dev.docket.api.Paging;
import dev.docket.api.Parameters;
import jakarta.ws.rs.QueryParam;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which part of the trail is wanted: repeated means or, different means and. */
public class TrailQuery extends Paging {

    @QueryParam("principal")
    @Parameter(
            description = "Only what this principal did, or one of these.",
            example = "[\"mira.holt\"]",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class, maxItems = Parameters.REPEATED))
    List<String> principal = List.of();

    @QueryParam("action")
    @Parameter(
            description = "Only this action, or one of these.",
            example = "[\"access-denied\"]",
            schema = @Schema(type = SchemaType.ARRAY, implementation = Action.class, maxItems = Parameters.REPEATED))
    List<String> action = List.of();

    @QueryParam("project")
    @Parameter(
            description = "Only what was done in the project of this key, or one of these.",
            example = "[\"payments\"]",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class, maxItems = Parameters.REPEATED))
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
        return Parameters.at("from", from);
    }

    /** As {@link #from()}, for the end. */
    @Nullable
    OffsetDateTime to() {
        return Parameters.at("to", to);
    }

    String[] principals() {
        return Parameters.checked("principal", principal, Names.PRINCIPAL).toArray(String[]::new);
    }

    String[] projects() {
        return Parameters.checked("project", project, Names.PROJECT).toArray(String[]::new);
    }

    /** Empty where none is named; 400 for a word that is no action. */
    String[] actions() {
        return action.isEmpty() ? new String[0] : Kebab.array(Parameters.constants("action", Action.class, action));
    }
}

package dev.docket.register;

import dev.docket.api.Names;
import dev.docket.api.Parameters;
import dev.docket.document.Progress;
import dev.docket.document.content.Bounds;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which approvals are wanted. */
public class InboxQuery extends RegisterQuery {

    private static final String ME = "me";
    private static final Pattern PRINCIPAL = Pattern.compile(Names.PRINCIPAL_PATTERN);
    private static final Pattern ROLE = Pattern.compile(Names.ROLE_PATTERN);

    @QueryParam("approver")
    @Parameter(
            description =
                    "me: only what is asked of you by name, or of a policy role that you hold, as an approver, in "
                            + "the project that it is asked in. Any other name: only what is asked of this principal by name.",
            example = "me",
            schema = @Schema(maxLength = Bounds.PRINCIPAL))
    @Nullable
    String approver;

    @QueryParam("role")
    @Parameter(
            description = "Only what is asked of this policy role, or of one of these.",
            example = "[\"security\"]",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class, maxItems = Parameters.REPEATED))
    List<String> role = List.of();

    @QueryParam("state")
    @Parameter(
            description =
                    "Only approvals that have come so far. Left out: those that are waited for, which are pending or "
                            + "stale. Of what is pending or stale only that of proposed documents is waited for, and listed.",
            example = "[\"pending\"]",
            schema = @Schema(type = SchemaType.ARRAY, implementation = Progress.class, maxItems = Parameters.REPEATED))
    List<String> state = List.of();

    @QueryParam("overdue")
    @Parameter(
            description = "true: only what is waited for although its day has passed, the earliest day first; days are "
                    + "those of UTC. false: only the rest.",
            example = "true")
    @Nullable
    Boolean overdue;

    boolean ofMe() {
        return ME.equals(approver);
    }

    /** Null where nobody is named, and for {@code me}. */
    @Nullable
    String person() {
        if (approver != null
                && (approver.length() > Names.PRINCIPAL
                        || !PRINCIPAL.matcher(approver).matches())) {
            throw Parameters.bad("approver", "value", "me, or the name of a principal");
        }
        return ofMe() ? null : approver;
    }

    /** Empty where none is named. */
    List<String> roles() {
        return Parameters.checked(
                        "role",
                        role,
                        text -> text.length() <= Names.ROLE
                                && ROLE.matcher(text).matches(),
                        "a policy role")
                .stream()
                .distinct()
                .toList();
    }

    List<String> states() {
        return names(Parameters.constants("state", Progress.class, state).stream()
                .filter(each -> !state.isEmpty() || each.waits())
                .toList());
    }

    boolean overdueOnly() {
        return Boolean.TRUE.equals(overdue);
    }

    /** All that is asked for, in a text that differs when it does. */
    String text(String caller) {
        return "approvals %s %s %s %s %s %s %s"
                .formatted(project, kind, approver, role, state, overdue, ofMe() ? caller : "");
    }
}

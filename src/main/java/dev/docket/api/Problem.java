package dev.docket.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The shape of every error answer, for the contract; answers are made by {@link ProblemType}. */
@Schema(name = "Problem", description = "Why a request was refused (RFC 9457).")
public record Problem(
        @Schema(
                description = "Names the kind of problem; a page that explains it.",
                examples = "/problems/not-found",
                format = "uri-reference",
                required = true)
        String type,

        @Schema(description = "The kind of problem in a few words.", examples = "Nothing here", required = true)
        String title,

        @Schema(description = "The HTTP status.", examples = "404", minimum = "400", maximum = "599", required = true)
        int status,

        @Schema(description = "What is wrong with this request.", examples = "There is no ADR 7 in payments.") @Nullable
        String detail,

        @Schema(
                description = "The path that was asked.",
                examples = "/api/v1/projects/payments/adrs/7",
                format = "uri-reference")
        String instance,

        @Schema(
                description = "Finds the request in the service's log.",
                examples = "5f0c1e2d7a9b4c3e8d6f1a2b3c4d5e6f",
                required = true)
        String traceId,

        @Schema(description = "The places at fault.") @Nullable
        List<FieldError> errors,

        @Schema(description = "What stands in the way of a transition.") @Nullable
        List<Blocker> blockers,

        @Schema(description = "The statuses that can be reached now.", examples = "[\"draft\"]") @Nullable
        List<String> open,

        @Schema(description = "The cursor before the oldest event that is kept.", examples = "1999999") @Nullable
        String oldest,

        @Schema(description = "The cursor of the newest event.", examples = "2004711") @Nullable
        String newest) {

    @Schema(name = "Blocker", description = "One unmet guard of a transition.")
    public record Blocker(
            @Schema(description = "Which guard, for programs.", examples = "approval-pending", required = true)
            String code,

            @Schema(
                    description = "JSON Pointer to the member of the document, or of the request, that it is about.",
                    examples = "/approvals/0",
                    required = true)
            String pointer,

            @Schema(
                    description = "What is missing, for people.",
                    examples = "security has not approved",
                    required = true)
            String detail) {}
}

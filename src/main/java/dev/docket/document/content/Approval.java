package dev.docket.document.content;

import static dev.docket.document.content.Bounds.ITEM;
import static dev.docket.document.content.Bounds.PART_ID;
import static dev.docket.document.content.Bounds.PART_ID_PATTERN;
import static dev.docket.document.content.Bounds.PRINCIPAL;
import static dev.docket.document.content.Bounds.PRINCIPAL_PATTERN;
import static dev.docket.document.content.Bounds.ROLE;
import static dev.docket.document.content.Bounds.ROLE_PATTERN;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "A request to one role or person to judge the document, with the verdict given.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Approval(
        @Schema(
                description = "The approval's id: given by the server, or by the client when the approval is new; "
                        + "unique in the document and never used again in it.",
                examples = "a1")
        @Size(min = 1, max = PART_ID)
        @Pattern(regexp = PART_ID_PATTERN)
        @Nullable
        String id,

        @Schema(description = "The revision of the document that last changed this part; its ETag.", readOnly = true)
        @Min(1)
        @Nullable
        Integer version,

        @Schema(description = "The policy role that is asked.", examples = "security")
        @Size(max = ROLE)
        @Pattern(regexp = ROLE_PATTERN)
        @Nullable
        String role,

        @Schema(description = "The principal that is asked.", examples = "mira.holt")
        @Size(max = PRINCIPAL)
        @Pattern(regexp = PRINCIPAL_PATTERN)
        @Nullable
        String approver,

        @Schema(description = "Whether the document cannot be accepted without it.") @Nullable
        Boolean required,

        @Schema(description = "Pending until a verdict is given.", readOnly = true) @Nullable
        ApprovalState state,

        @Schema(description = "The principal that asked.", readOnly = true)
        @Size(max = PRINCIPAL)
        @Pattern(regexp = PRINCIPAL_PATTERN)
        @Nullable
        String requestedBy,

        @Schema(description = "When it was asked for.", readOnly = true) @Nullable
        Instant requestedAt,

        @Schema(description = "The day by which a verdict is wanted.") @Nullable
        LocalDate dueOn,

        @Schema(description = "The principal that gave the verdict.", readOnly = true)
        @Size(max = PRINCIPAL)
        @Pattern(regexp = PRINCIPAL_PATTERN)
        @Nullable
        String decidedBy,

        @Schema(description = "When the verdict was given.", readOnly = true) @Nullable
        Instant decidedAt,

        @Schema(
                description = "What was said with the verdict; of an imported tick, the line as it was written.",
                readOnly = true)
        @Size(max = ITEM)
        @Nullable
        String comment,

        @Schema(description = "The revision that was judged.", readOnly = true) @Min(1) @Nullable
        Integer revision,

        @Schema(
                description = "Whether judged content has changed since; a stale approval does not count.",
                readOnly = true)
        @Nullable
        Boolean stale,

        @Schema(description = "Whether it is a tick read from Markdown: history that never counts.", readOnly = true)
        @Nullable
        Boolean imported)
        implements Part<Approval> {

    @Override
    public Approval identified(String id, @Nullable Integer version) {
        return new Approval(
                id,
                version,
                role,
                approver,
                required,
                state,
                requestedBy,
                requestedAt,
                dueOn,
                decidedBy,
                decidedAt,
                comment,
                revision,
                stale,
                imported);
    }

    /** This request as made by {@code requestedBy}. */
    public Approval requested(String requestedBy, Instant at) {
        return new Approval(
                id,
                version,
                role,
                approver,
                Boolean.TRUE.equals(required),
                ApprovalState.PENDING,
                requestedBy,
                at,
                dueOn,
                null,
                null,
                null,
                null,
                false,
                null);
    }

    /** This approval with a verdict on a revision. */
    public Approval decided(ApprovalState verdict, String by, Instant at, int revision, @Nullable String comment) {
        return new Approval(
                id,
                version,
                role,
                approver,
                required,
                verdict,
                requestedBy,
                requestedAt,
                dueOn,
                by,
                at,
                comment,
                revision,
                false,
                imported);
    }

    /** This approval after an edit of what it judged: an approval goes stale, an objection stands. */
    public Approval outdated() {
        return state != ApprovalState.APPROVED
                ? this
                : new Approval(
                        id,
                        version,
                        role,
                        approver,
                        required,
                        state,
                        requestedBy,
                        requestedAt,
                        dueOn,
                        decidedBy,
                        decidedAt,
                        comment,
                        revision,
                        true,
                        imported);
    }

    /** This approval after the document left proposed: no verdict is wanted any more. */
    public Approval withdrawn() {
        return state != ApprovalState.PENDING
                ? this
                : new Approval(
                        id,
                        version,
                        role,
                        approver,
                        required,
                        ApprovalState.CLOSED,
                        requestedBy,
                        requestedAt,
                        dueOn,
                        null,
                        null,
                        null,
                        null,
                        false,
                        imported);
    }

    /** Whether the verdict stands in the way of acceptance until a new one is given. */
    public boolean objection() {
        return state == ApprovalState.REJECTED || state == ApprovalState.CHANGES_REQUESTED;
    }

    /** What of this approval a request may say. */
    public Approval bare() {
        return new Approval(
                id, null, role, approver, required, null, null, null, dueOn, null, null, null, null, null, null);
    }

    /** A request to a role, a person, or a person in a role. */
    public static Approval asking(@Nullable String role, @Nullable String approver, boolean required) {
        return new Approval(
                null, null, role, approver, required, null, null, null, null, null, null, null, null, null, null);
    }
}

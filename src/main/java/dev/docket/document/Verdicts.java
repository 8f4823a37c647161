package dev.docket.document;

import dev.docket.access.Permission;
import dev.docket.api.FieldError;
import dev.docket.api.ProblemType;
import dev.docket.document.content.Approval;
import dev.docket.document.content.ApprovalState;
import dev.docket.document.content.Status;
import dev.docket.project.Standing;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The verb of approvers: a verdict on a revision becomes part of the next one. */
final class Verdicts {

    private static final Set<ApprovalState> VERDICTS = EnumSet.of(
            ApprovalState.APPROVED, ApprovalState.REJECTED, ApprovalState.CHANGES_REQUESTED, ApprovalState.ABSTAINED);

    private Verdicts() {}

    /** 403 for who is not asked, 422 for no verdict, 409 where it comes too late or would brush an objection aside. */
    static Document judge(Document before, Approval approval, Verdict verdict, Standing standing, Change change) {
        boolean asked = asked(approval, standing);
        if (!asked && !(approval.objection() && standing.may(Permission.OVERRIDE_OBJECTION))) {
            throw ProblemType.FORBIDDEN.because(
                    "This approval asks " + whom(approval) + ", as an approver of the project.");
        }
        refuseUnreadable(before, verdict);
        if (approval.objection()) {
            refuseBrushingAside(before, approval, verdict, standing, asked);
        }
        if (before.status() != Status.PROPOSED
                || approval.state() == ApprovalState.CLOSED
                || Boolean.TRUE.equals(approval.imported())) {
            throw ProblemType.CONFLICT.because(
                    "Only a proposed document is judged, and only on an approval that is not closed.");
        }
        int judged = Objects.requireNonNull(verdict.revision());
        if (judged < before.envelope().contentRevision()) {
            throw ProblemType.STALE_REVISION.because("What is judged last changed in revision "
                    + before.envelope().contentRevision() + "; the verdict is on revision " + judged + ".");
        }
        return decide(before, approval, verdict, judged, change);
    }

    private static Document decide(Document before, Approval approval, Verdict verdict, int judged, Change change) {
        Document next = Revised.of(before, change, false);
        Approval decided = approval.decided(
                        Objects.requireNonNull(verdict.verdict()),
                        change.actor(),
                        change.at(),
                        judged,
                        verdict.comment())
                .identified(Objects.requireNonNull(approval.id()), next.revision());
        return next.with(next.common()
                .withApprovals(next.approvals().stream()
                        .map(each -> each.equals(approval) ? decided : each)
                        .toList()));
    }

    /** Whether the approval asks this caller: as a holder of its role now, as the person it names, or both. */
    private static boolean asked(Approval approval, Standing standing) {
        return standing.may(Permission.JUDGE)
                && (approval.role() == null || standing.policyRoles().contains(approval.role()))
                && (approval.approver() == null
                        || approval.approver().equals(standing.caller().name()));
    }

    private static String whom(Approval approval) {
        String role = approval.role() == null ? "" : "a holder of the role " + approval.role();
        String person = approval.approver() == null ? "" : approval.approver();
        return role.isEmpty() || person.isEmpty() ? role + person : person + " as " + role;
    }

    private static void refuseUnreadable(Document before, Verdict verdict) {
        if (!VERDICTS.contains(verdict.verdict())) {
            throw refused("/verdict", "verdict", "approved, rejected, changes-requested or abstained");
        }
        if (Objects.requireNonNull(verdict.revision()) > before.revision()) {
            throw refused("/revision", "out-of-range", "the document has no such revision yet");
        }
    }

    /** An objection stands until its author, another holder after an edit, or a maintainer with a reason speaks again. */
    private static void refuseBrushingAside(
            Document before, Approval approval, Verdict verdict, Standing standing, boolean asked) {
        boolean own = standing.caller().name().equals(approval.decidedBy());
        boolean edited = before.envelope().contentRevision() > Objects.requireNonNullElse(approval.revision(), 0);
        if (own && asked || edited && asked) {
            return;
        }
        if (!standing.may(Permission.OVERRIDE_OBJECTION)) {
            throw ProblemType.CONFLICT.because("The objection of " + approval.decidedBy()
                    + " stands until they speak again, the text changes, or a maintainer lifts it with a reason.");
        }
        if (verdict.comment() == null || verdict.comment().isBlank()) {
            throw refused("/comment", "missing", "a maintainer who lifts an objection gives the reason");
        }
    }

    private static RuntimeException refused(String pointer, String code, String detail) {
        return ProblemType.UNPROCESSABLE.because("This is no verdict.", List.of(FieldError.at(pointer, code, detail)));
    }
}

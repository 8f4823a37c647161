package dev.docket.approval;

import dev.docket.access.Role;
import dev.docket.api.Problem.Blocker;
import dev.docket.document.Guard;
import dev.docket.document.Situation;
import dev.docket.document.content.Approval;
import dev.docket.document.content.ApprovalState;
import dev.docket.project.Holder;
import dev.docket.project.Projects;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Acceptance needs every required approval approved and fresh, every required role approved, and enough distinct
 * principals; an objection blocks. What counts is decided now: by the members and the policy of this moment.
 */
@ApplicationScoped
class ApprovalPolicy implements Guard {

    private final Projects projects;

    ApprovalPolicy(Projects projects) {
        this.projects = projects;
    }

    @Override
    public List<Blocker> unmet(Situation situation) {
        List<Approval> approvals = situation.document().approvals();
        Map<String, Holder> holders = holders(situation, approvals);
        List<Blocker> blockers = new ArrayList<>();
        Set<String> roles = new HashSet<>();
        Set<String> people = new HashSet<>();
        for (int i = 0; i < approvals.size(); i++) {
            Approval approval = approvals.get(i);
            if (!live(approval)) {
                continue;
            }
            if (counts(approval, situation, holders)) {
                people.add(Objects.requireNonNull(approval.decidedBy()));
                if (approval.role() != null) {
                    roles.add(approval.role());
                }
            } else if (approval.objection() || Boolean.TRUE.equals(approval.required())) {
                blockers.add(blocker(approval, "/approvals/" + i));
            }
        }
        requiredRoles(situation, roles, blockers);
        enoughPeople(situation, people.size(), blockers);
        return blockers;
    }

    private static void requiredRoles(Situation situation, Set<String> approved, List<Blocker> blockers) {
        situation.rules().requiredRoles().stream()
                .filter(role -> !approved.contains(role))
                .forEach(role -> blockers.add(new Blocker("role-missing", "/approvals", role + " has not approved")));
    }

    private static void enoughPeople(Situation situation, int people, List<Blocker> blockers) {
        int wanted = situation.rules().minApprovals();
        if (people < wanted) {
            blockers.add(new Blocker(
                    "too-few-approvals",
                    "/approvals",
                    people + " of the " + wanted + " principals wanted have approved"));
        }
    }

    private Map<String, Holder> holders(Situation situation, List<Approval> approvals) {
        Set<String> deciders = approvals.stream()
                .map(Approval::decidedBy)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return deciders.isEmpty()
                ? Map.of()
                : projects.holders(situation.standing().projectId(), deciders).stream()
                        .collect(Collectors.toMap(Holder::principal, holder -> holder));
    }

    private static boolean live(Approval approval) {
        return approval.state() != ApprovalState.CLOSED && !Boolean.TRUE.equals(approval.imported());
    }

    private static boolean counts(Approval approval, Situation situation, Map<String, Holder> holders) {
        String by = approval.decidedBy();
        return approval.state() == ApprovalState.APPROVED
                && !Boolean.TRUE.equals(approval.stale())
                && by != null
                && mayJudge(approval, by, holders.get(by))
                && (situation.rules().authorMayApprove()
                        || !situation.document().past().authors().contains(by));
    }

    private static boolean mayJudge(Approval approval, String by, @Nullable Holder holder) {
        return holder != null
                && holder.roles().contains(Role.APPROVER)
                && (approval.role() == null || holder.policyRoles().contains(approval.role()))
                && (approval.approver() == null || approval.approver().equals(by));
    }

    private static Blocker blocker(Approval approval, String pointer) {
        return switch (Objects.requireNonNull(approval.state())) {
            case PENDING -> new Blocker("approval-pending", pointer, "no verdict has been given yet");
            case REJECTED, CHANGES_REQUESTED -> new Blocker("objection", pointer, approval.decidedBy() + " objects");
            case ABSTAINED -> new Blocker("approval-abstained", pointer, "an abstention satisfies nothing");
            default ->
                Boolean.TRUE.equals(approval.stale())
                        ? new Blocker("approval-stale", pointer, "the text has changed since it was approved")
                        : new Blocker(
                                "approval-void",
                                pointer,
                                approval.decidedBy() + " is an author, or may not judge any more");
        };
    }
}

package dev.docket.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.api.FieldError;
import dev.docket.api.ProblemType;
import dev.docket.api.StrictJson;
import dev.docket.document.content.Approval;
import dev.docket.document.content.ApprovalState;
import dev.docket.document.content.Bounds;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The verbs for asking: approvals are opened with the proposal and on request, and closed when it ends. */
final class Asking {

    static final String SAYS = "a new approval is a request: id, role, approver, required and dueOn";

    private Asking() {}

    /** Who is asked: a role, a person, or a person in a role. */
    private record Asked(@Nullable String role, @Nullable String approver) {}

    /**
     * The document with a pending approval for each role that the policy requires and each person asked before, save
     * those who have one that is not closed. No revision of its own: part of proposing.
     */
    static Document openApprovals(Document document, Change change) {
        Set<Asked> open = new LinkedHashSet<>();
        Set<Asked> wanted = new LinkedHashSet<>();
        change.rules().requiredRoles().forEach(role -> wanted.add(new Asked(role, null)));
        for (Approval approval : document.approvals()) {
            Asked asked = new Asked(approval.role(), approval.approver());
            if (approval.state() != ApprovalState.CLOSED && !Boolean.TRUE.equals(approval.imported())) {
                open.add(asked);
            } else if (asked.approver() != null) {
                wanted.add(asked);
            }
        }
        wanted.removeAll(open);
        Document asking = document;
        for (Asked asked : wanted) {
            boolean required = asked.approver() == null || wasRequired(document, asked);
            asking = add(asking, Approval.asking(asked.role(), asked.approver(), required), change);
        }
        return asking;
    }

    /** The document with one more request, as a revision of its own; 422 for no request, 409 once it is decided. */
    static Document request(Document before, Approval request, Change change) {
        refuseUnreadable(before, request);
        if (!before.status().open()) {
            throw ProblemType.CONFLICT.because("Approval is asked for while a document is a draft or proposed.");
        }
        return add(Revised.of(before, change, false), request, change);
    }

    private static void refuseUnreadable(Document before, Approval request) {
        List<FieldError> errors = new ArrayList<>();
        if (request.role() == null && request.approver() == null) {
            errors.add(FieldError.at("/role", "missing", "an approval asks a role or an approver"));
        }
        serverOwned(request).forEach(member -> errors.add(FieldError.at("/" + member, "server-owned", SAYS)));
        if (request.id() != null && before.past().partIds().contains(request.id())) {
            errors.add(FieldError.at("/id", "used", "a part of this document has or had this id"));
        }
        if (before.approvals().size() >= Bounds.APPROVALS) {
            errors.add(FieldError.at("", "too-many", "at most " + Bounds.APPROVALS + " approvals"));
        }
        if (!errors.isEmpty()) {
            throw ProblemType.UNPROCESSABLE.because("This is no request for approval.", errors);
        }
    }

    /** The names of those members that no request says. */
    static Stream<String> serverOwned(Approval request) {
        ObjectNode bare = StrictJson.objectMapper().valueToTree(request.bare());
        ObjectNode said = StrictJson.objectMapper().valueToTree(request);
        return said.properties().stream().map(Map.Entry::getKey).filter(member -> !bare.has(member));
    }

    /** The document without the request, as a revision of its own; 409 unless it is pending and not the policy's. */
    static Document withdraw(Document before, Approval approval, Change change) {
        boolean byPolicy =
                approval.approver() == null && change.rules().requiredRoles().contains(approval.role());
        if (approval.state() != ApprovalState.PENDING || byPolicy) {
            throw ProblemType.CONFLICT.because("Only a pending request that no policy opened can be withdrawn.");
        }
        Document next = Revised.of(before, change, false);
        return next.with(next.common()
                .withApprovals(next.approvals().stream()
                        .filter(each -> !each.equals(approval))
                        .toList()));
    }

    /** The document with its pending approvals closed. No revision of its own: part of leaving proposed. */
    static Document closeApprovals(Document document) {
        if (document.common().approvals() == null) {
            return document;
        }
        return document.with(document.common()
                .withApprovals(document.approvals().stream()
                        .map(approval -> versioned(approval, approval.withdrawn(), document.revision()))
                        .toList()));
    }

    /** The changed part at the revision; the part itself when it did not change. */
    static Approval versioned(Approval before, Approval after, int revision) {
        return after.equals(before) ? before : after.identified(Objects.requireNonNull(before.id()), revision);
    }

    private static boolean wasRequired(Document document, Asked asked) {
        return document.approvals().stream()
                .anyMatch(approval -> asked.equals(new Asked(approval.role(), approval.approver()))
                        && Boolean.TRUE.equals(approval.required()));
    }

    private static Document add(Document document, Approval request, Change change) {
        Set<String> ids = new TreeSet<>(document.past().partIds());
        String id = request.id() == null ? Parts.fresh("approvals", document.revision(), ids) : request.id();
        ids.add(id);
        List<Approval> approvals = new ArrayList<>(document.approvals());
        approvals.add(request.requested(change.actor(), change.at()).identified(id, document.revision()));
        return new Document(
                document.envelope(),
                document.common().withApprovals(approvals),
                document.sections(),
                document.past().andParts(ids));
    }
}

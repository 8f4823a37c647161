package dev.docket.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.flipkart.zjsonpatch.JsonDiff;
import dev.docket.api.FieldError;
import dev.docket.api.ProblemType;
import dev.docket.document.content.Approval;
import dev.docket.document.content.Common;
import dev.docket.document.content.Link;
import dev.docket.document.content.Rel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The verb for authored content: a draft becomes the next revision, or nothing when it says what is said already. */
final class Edit {

    private static final Set<Rel> JUDGED_LINKS = Set.of(Rel.SUPERSEDES, Rel.AMENDS);
    private static final Set<Rel> FROZEN_LINKS = Set.of(Rel.SUPERSEDES, Rel.AMENDS, Rel.SUPERSEDED_BY);

    private final Document before;
    private final ObjectNode jsonBefore;
    private final Document after;
    private final ObjectNode jsonAfter;

    private Edit(Document before, Document after) {
        this.before = before;
        this.jsonBefore = before.json();
        this.after = after;
        this.jsonAfter = after.json();
    }

    /** 422 for a broken rule, 409 for frozen content; the document itself when nothing changes. */
    static Document apply(Document before, Draft draft, Change change) {
        refuseServerOwned(before, draft);
        Settlement.Result settled = Settlement.of(before, draft);
        Document after = new Document(
                before.envelope(),
                settled.content().common(),
                settled.content().sections(),
                before.past().andParts(settled.partIds()));
        return new Edit(before, after).next(change);
    }

    private Document next(Change change) {
        if (jsonBefore.equals(jsonAfter)) {
            return before;
        }
        if (!before.status().open()) {
            refuseFrozen();
        }
        boolean judged = judgedChanged();
        Document next = Revised.of(after, change, judged);
        return judged && before.status().open() && change.rules().staleOnEdit() ? outdate(next) : next;
    }

    private static Document outdate(Document document) {
        List<Approval> approvals = document.approvals().stream()
                .map(approval -> Asking.versioned(approval, approval.outdated(), document.revision()))
                .toList();
        Common common = document.common();
        return common.approvals() == null ? document : document.with(common.withApprovals(approvals));
    }

    private boolean judgedChanged() {
        return changed().stream().anyMatch(Members::judged)
                || !links(before, JUDGED_LINKS).equals(links(after, JUDGED_LINKS));
    }

    private Set<String> changed() {
        Set<String> names = new TreeSet<>();
        jsonBefore.fieldNames().forEachRemaining(names::add);
        jsonAfter.fieldNames().forEachRemaining(names::add);
        names.removeIf(name -> Objects.equals(jsonBefore.get(name), jsonAfter.get(name)));
        return names;
    }

    private void refuseFrozen() {
        Set<String> frozen = changed().stream().filter(Members::frozen).collect(Collectors.toSet());
        List<FieldError> errors = new ArrayList<>();
        if (!frozen.isEmpty()) {
            var diff = JsonDiff.asJson(Members.pick(jsonBefore, frozen), Members.pick(jsonAfter, frozen));
            StreamSupport.stream(diff.spliterator(), false)
                    .map(operation -> operation.path("path").asText())
                    .distinct()
                    .limit(50)
                    .forEach(pointer -> errors.add(frozen(pointer)));
        }
        refuseRemovedRisks(errors);
        if (!links(before, FROZEN_LINKS).equals(links(after, FROZEN_LINKS))) {
            errors.add(frozen("/links"));
        }
        if (!errors.isEmpty()) {
            throw ProblemType.FROZEN.because(
                    "It is " + before.status().json() + ". Write a new document with a link supersedes "
                            + before.envelope().ref() + " to change the decision.",
                    errors);
        }
    }

    private void refuseRemovedRisks(List<FieldError> errors) {
        Set<String> kept = after.risks().stream()
                .map(risk -> Objects.requireNonNull(risk.id()))
                .collect(Collectors.toSet());
        for (int i = 0; i < before.risks().size(); i++) {
            if (!kept.contains(Objects.requireNonNull(before.risks().get(i).id()))) {
                errors.add(
                        FieldError.at("/risks/" + i, "frozen", "a risk of a decided document is closed, not removed"));
            }
        }
    }

    private static FieldError frozen(String pointer) {
        return FieldError.at(pointer, "frozen", "decided; it stays as it was judged");
    }

    /** What the document says through links of those relations, titles and ids aside. */
    private static Set<String> links(Document document, Set<Rel> rels) {
        Set<String> said = new HashSet<>();
        for (Link link : document.links()) {
            if (rels.contains(Objects.requireNonNull(link.rel()))) {
                said.add(link.rel().json() + " " + link.target());
            }
        }
        return said;
    }

    private static void refuseServerOwned(Document before, Draft draft) {
        ObjectNode present = before.json();
        List<FieldError> errors = new ArrayList<>();
        draft.served().properties().forEach(member -> {
            if (!member.getValue().equals(present.get(member.getKey()))) {
                errors.add(FieldError.at(
                        "/" + member.getKey(),
                        "server-owned",
                        "the server keeps this; send it back unchanged or leave it out"));
            }
        });
        if (!errors.isEmpty()) {
            throw ProblemType.UNPROCESSABLE.because("The body sets what the server owns.", errors);
        }
    }
}

package dev.docket.document;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.flipkart.zjsonpatch.JsonDiff;
import dev.docket.api.FieldError;
import dev.docket.api.ProblemType;
import dev.docket.api.StrictJson;
import dev.docket.document.content.Approval;
import dev.docket.document.content.Common;
import dev.docket.document.content.Link;
import dev.docket.document.content.Option;
import dev.docket.document.content.Rel;
import dev.docket.document.content.Risk;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Turns what somebody sent into what the document then says: ids and versions, the choice, and the rules of parts. */
final class Settlement {

    private final Address address;
    private final int revision;
    private final Set<String> partIds;
    private final boolean fromFile;
    private final List<FieldError> errors = new ArrayList<>();

    private Settlement(Address address, int revision, Set<String> usedIds, boolean fromFile) {
        this.address = address;
        this.revision = revision;
        this.partIds = new TreeSet<>(usedIds);
        this.fromFile = fromFile;
    }

    record Result(Choice.Settled content, Set<String> partIds) {}

    /** Settles the draft of a new document; its approvals are requests. 422 names all that breaks a rule. */
    static Result ofNew(Address address, Draft draft, Change change) {
        Settlement settlement = new Settlement(address, 1, Set.of(), false);
        return settlement.settle(
                Before.NOTHING, draft, settlement.requests(draft.common().approvals(), change));
    }

    /** Settles the draft of the next revision; its approvals are absent or as they were. */
    static Result of(Document before, Draft draft) {
        Settlement settlement = new Settlement(
                before.address(), before.revision() + 1, before.past().partIds(), false);
        List<Approval> approvals = before.common().approvals();
        if (draft.common().approvals() != null) {
            settlement.refuseOthers(before.approvals(), draft.common().approvals());
        }
        return settlement.settle(Before.of(before), draft, approvals);
    }

    /**
     * Settles what a file says, which may say superseded-by; its ticks are history. Parts that it names again are the same
     * parts.
     *
     * @param before null when the document is new
     */
    static Result ofFile(Address address, @Nullable Document before, Draft draft, List<Approval> ticks, Change change) {
        Settlement settlement = new Settlement(
                address,
                before == null ? 1 : before.revision() + 1,
                before == null ? Set.of() : before.past().partIds(),
                true);
        List<Approval> approvals = settlement
                .parts("approvals")
                .settle(
                        before == null ? List.of() : before.approvals(),
                        Namesakes.approvals(before, ticks, change),
                        (tick, old, at) -> tick);
        return settlement.settle(
                before == null ? Before.NOTHING : new Before(before.options(), before.risks(), before.links(), null),
                before == null ? draft : draft.with(Namesakes.in(before, draft.common())),
                approvals == null || approvals.isEmpty() ? null : approvals);
    }

    private record Before(
            List<Option> options,
            List<Risk> risks,
            List<Link> links,
            @Nullable String chosen) {

        static final Before NOTHING = new Before(List.of(), List.of(), List.of(), null);

        static Before of(Document document) {
            return new Before(document.options(), document.risks(), document.links(), Choice.of(document));
        }
    }

    private Result settle(Before before, Draft draft, @Nullable List<Approval> approvals) {
        Common sent = draft.common();
        if (sent.title() == null || sent.title().isBlank()) {
            errors.add(FieldError.at("/title", "missing", "a document has a title"));
        }
        Common settled = sent.withParts(
                parts("options").settle(before.options(), sent.options(), this::option),
                parts("risks").settle(before.risks(), sent.risks(), this::risk),
                parts("links").settle(before.links(), sent.links(), this::link),
                approvals);
        Choice.Settled content = new Choice(revision, errors).settle(before.chosen(), settled, draft.sections());
        if (!errors.isEmpty()) {
            throw ProblemType.UNPROCESSABLE.because("The document breaks a rule.", errors);
        }
        return new Result(content, partIds);
    }

    private Parts parts(String member) {
        return new Parts(member, revision, partIds, errors);
    }

    /** Wherever the approvals that were sent are not those that are there. */
    private void refuseOthers(List<Approval> present, List<Approval> sent) {
        if (!sent.equals(present)) {
            ObjectMapper json = StrictJson.objectMapper();
            JsonDiff.asJson(json.valueToTree(present), json.valueToTree(sent))
                    .forEach(difference -> errors.add(FieldError.at(
                            "/approvals" + difference.path("path").asText(),
                            "server-owned",
                            "approvals change through their own resources; leave them as they are")));
        }
    }

    private @Nullable List<Approval> requests(@Nullable List<Approval> sent, Change change) {
        return parts("approvals").settle(List.of(), sent, (request, none, at) -> {
            if (request.role() == null && request.approver() == null) {
                missing(at + "/role", "an approval asks a role or an approver");
            }
            // The version is seen to where all parts are.
            Asking.serverOwned(request)
                    .filter(member -> !member.equals("version"))
                    .forEach(member -> errors.add(FieldError.at(at + "/" + member, "server-owned", Asking.SAYS)));
            return request.bare().requested(change.actor(), change.at());
        });
    }

    private Option option(Option sent, @Nullable Option old, String at) {
        if (sent.name() == null || sent.name().isBlank()) {
            missing(at + "/name", "an option has a name");
        }
        return sent;
    }

    private Risk risk(Risk sent, @Nullable Risk old, String at) {
        if (sent.description() == null || sent.description().isBlank()) {
            missing(at + "/description", "a risk has a description");
        }
        Risk assessed = sent.assessed();
        if (sent.severity() != null && (old == null || !sent.severity().equals(old.severity()))) {
            parts("risks").serverOwned(sent.severity(), assessed.severity(), at + "/severity");
        }
        return assessed;
    }

    private Link link(Link sent, @Nullable Link old, String at) {
        String target = Objects.requireNonNullElse(sent.target(), "");
        if (sent.rel() == null) {
            missing(at + "/rel", "a link has a relation");
        } else if (target.isBlank()) {
            missing(at + "/target", "a link has a target");
        } else if (sent.rel().betweenDocuments()) {
            documentLink(sent, old, Address.parse(target, address.project()), at);
        }
        return sent;
    }

    private void documentLink(Link sent, @Nullable Link old, @Nullable Address target, String at) {
        boolean same = old != null && sent.rel() == old.rel() && Objects.equals(sent.target(), old.target());
        if (sent.rel() == Rel.SUPERSEDED_BY && !same && !fromFile) {
            errors.add(
                    FieldError.at(at + "/rel", "server-owned", "superseded-by comes from a transition, never by hand"));
        } else if (target == null) {
            errors.add(
                    FieldError.at(at + "/target", "no-ref", "a ref such as ADR-0042 or payments/ADR-0042 is wanted"));
        } else if (target.equals(address)) {
            errors.add(FieldError.at(at + "/target", "itself", "a document has no link to itself"));
        } else if (sent.rel() == Rel.SUPERSEDES && !sameSeries(target)) {
            errors.add(FieldError.at(
                    at + "/target", "other-series", "only a document of the same kind and project can be superseded"));
        }
    }

    private boolean sameSeries(Address target) {
        return target.kind() == address.kind() && target.project().equals(address.project());
    }

    private void missing(String pointer, String detail) {
        errors.add(FieldError.at(pointer, "missing", detail));
    }
}

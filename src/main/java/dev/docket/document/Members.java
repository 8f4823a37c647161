package dev.docket.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.document.content.AdrSections;
import dev.docket.document.content.Common;
import dev.docket.document.content.Envelope;
import dev.docket.document.content.Kind;
import dev.docket.document.content.RfcSections;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Whose each member of a document is, and what an edit of it means. The tables of lifecycle.md, as data. */
final class Members {

    static final Set<String> ENVELOPE = of(Envelope.class);
    static final Set<String> COMMON = of(Common.class);
    private static final Set<String> ADR = of(AdrSections.class);
    private static final Set<String> RFC = of(RfcSections.class);

    /** An edit of these is no matter for approvers, and always possible. */
    private static final Set<String> UNJUDGED =
            Set.of("tags", "components", "references", "reviewOn", "reviewNote", "consulted", "informed");

    /** These are judged, yet go on living after the decision. */
    private static final Set<String> LIVE = Set.of(
            "risks",
            "implementation",
            "plan",
            "rollout",
            "verification",
            "testing",
            "success",
            "migration",
            "appendix");

    /** These have rules of their own. */
    private static final Set<String> APART = Set.of("links", "approvals");

    private Members() {}

    static Set<String> ofSections(Kind kind) {
        return kind == Kind.ADR ? ADR : RFC;
    }

    /** Whether approvers judge the member: an edit of it makes approvals stale. */
    static boolean judged(String member) {
        return !ENVELOPE.contains(member) && !APART.contains(member) && !UNJUDGED.contains(member);
    }

    /** Whether the member cannot be edited once the document is decided. */
    static boolean frozen(String member) {
        return judged(member) && !LIVE.contains(member);
    }

    /** The members of that set that the object has. */
    static ObjectNode pick(ObjectNode json, Set<String> members) {
        ObjectNode picked = json.objectNode();
        json.properties().forEach(member -> {
            if (members.contains(member.getKey())) {
                picked.set(member.getKey(), member.getValue());
            }
        });
        return picked;
    }

    private static Set<String> of(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toUnmodifiableSet());
    }
}

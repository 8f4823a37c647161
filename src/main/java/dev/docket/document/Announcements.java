package dev.docket.document;

import dev.docket.document.content.Approval;
import dev.docket.document.content.ApprovalState;
import dev.docket.event.Event;
import dev.docket.event.EventType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells what changed: as events for the feed, and inside the service as {@link Changed}. */
@ApplicationScoped
class Announcements {

    private final jakarta.enterprise.event.Event<Changed> changed;

    Announcements(jakarta.enterprise.event.Event<Changed> changed) {
        this.changed = changed;
    }

    /** The events of a revision, the one that carries its hash first. */
    List<Event> of(@Nullable Document before, Held after, Change change) {
        Document document = after.document();
        changed.fire(new Changed(before, document));
        List<Event> events = new ArrayList<>();
        List<Approval> asked = added(before, document);
        EventType type = type(before, document, asked);
        events.add(event(type, after, change, after.sha256(), moves(before, document)));
        if (type != EventType.DOCUMENT_APPROVAL_REQUESTED) {
            asked.forEach(approval ->
                    events.add(event(EventType.DOCUMENT_APPROVAL_REQUESTED, after, change, null, data(approval))));
        } else {
            asked.forEach(approval -> events.get(0).data().putAll(data(approval)));
        }
        return events;
    }

    private static EventType type(@Nullable Document before, Document after, List<Approval> asked) {
        if (before == null) {
            return EventType.DOCUMENT_CREATED;
        }
        if (before.status() != after.status()) {
            return EventType.DOCUMENT_TRANSITIONED;
        }
        if (verdicts(after).stream().anyMatch(verdict -> !verdicts(before).contains(verdict))) {
            return EventType.DOCUMENT_VERDICT_GIVEN;
        }
        return asked.size() == 1 ? EventType.DOCUMENT_APPROVAL_REQUESTED : EventType.DOCUMENT_REVISED;
    }

    private static Set<Approval> verdicts(Document document) {
        return document.approvals().stream()
                .filter(approval -> approval.decidedAt() != null
                        && !Boolean.TRUE.equals(approval.stale())
                        && !Boolean.TRUE.equals(approval.imported()))
                .collect(Collectors.toSet());
    }

    private static List<Approval> added(@Nullable Document before, Document after) {
        Set<String> known = before == null
                ? Set.of()
                : before.approvals().stream()
                        .map(approval -> Objects.requireNonNull(approval.id()))
                        .collect(Collectors.toSet());
        return after.approvals().stream()
                .filter(approval -> approval.state() == ApprovalState.PENDING)
                .filter(approval -> !known.contains(Objects.requireNonNull(approval.id())))
                .toList();
    }

    private static Map<String, Object> moves(@Nullable Document before, Document after) {
        Map<String, Object> data = new LinkedHashMap<>();
        if (before != null && before.status() != after.status()) {
            data.put("from", before.status().json());
            data.put("to", after.status().json());
        }
        return data;
    }

    private static Map<String, Object> data(Approval approval) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("approval", Objects.requireNonNull(approval.id()));
        if (approval.role() != null) {
            data.put("role", approval.role());
        }
        if (approval.approver() != null) {
            data.put("approver", approval.approver());
        }
        return data;
    }

    private static Event event(
            EventType type, Held after, Change change, byte @Nullable [] sha256, Map<String, Object> more) {
        Document document = after.document();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("ref", document.envelope().ref());
        data.put("revision", document.revision());
        data.put("status", document.status().json());
        data.put("actor", change.actor());
        data.putAll(more);
        return new Event(
                type.type(),
                change.at(),
                change.actor(),
                after.projectId(),
                document.address().subject(),
                after.id(),
                document.revision(),
                sha256,
                data);
    }
}

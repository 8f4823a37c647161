package dev.docket.document;

import dev.docket.document.content.Envelope;
import dev.docket.document.content.Link;
import dev.docket.document.content.RecordEntry;
import dev.docket.document.content.Rel;
import dev.docket.document.content.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The verbs of importing: a document becomes what a file says. Its status follows the file as history: no guard is asked,
 * nothing is opened by policy, and the record says {@code imported}.
 */
final class Takeover {

    static final String ACTION = "imported";

    private Takeover() {}

    /** A new document at the address. */
    static Document create(Address address, Draft draft, History history, Change change) {
        Settlement.Result settled = Settlement.ofFile(address, null, draft, history.ticks(), change);
        Past past = Past.NONE.andAuthor(change.actor()).andParts(settled.partIds());
        Envelope envelope = envelope(
                address, title(settled), 1, change, change, history, null, entered(history, List.of(), null, change));
        return new Document(
                envelope, settled.content().common(), settled.content().sections(), past);
    }

    /** The next revision of a document whose file changed. */
    static Document revise(Document before, Draft draft, History history, Change change) {
        Settlement.Result settled = Settlement.ofFile(before.address(), before, draft, history.ticks(), change);
        Envelope old = before.envelope();
        List<RecordEntry> imported = old.record().stream()
                .filter(entry -> entry.action().equals(ACTION))
                .toList();
        List<RecordEntry> record = history.status() == old.status()
                ? joined(history.record(), imported)
                : entered(history, imported, old.status(), change);
        Envelope envelope = envelope(
                before.address(),
                title(settled),
                before.revision() + 1,
                new Change(old.createdBy(), old.createdAt(), change.rules(), null),
                change,
                history,
                history.status() == old.status() ? old.date() : null,
                record);
        Past past = before.past().andAuthor(change.actor()).andParts(settled.partIds());
        return new Document(
                envelope, settled.content().common(), settled.content().sections(), past);
    }

    /** The document with the link, and superseded where {@code superseded} says so; itself when that is how it is. */
    static Document relate(Document before, Rel rel, Address other, boolean superseded, Change change) {
        boolean linked = before.links().stream().anyMatch(link -> says(link, rel, other));
        boolean moves = superseded && before.status() != Status.SUPERSEDED;
        if (linked && !moves) {
            return before;
        }
        Document next = Revised.of(before, change, false);
        if (moves) {
            next = Lifecycle.enter(next, Status.SUPERSEDED, before.status(), change, null, other.ref(), ACTION);
        }
        return linked ? next : Lifecycle.link(next, rel, other);
    }

    private static boolean says(Link link, Rel rel, Address other) {
        return link.rel() == rel && other.equals(Address.parse(String.valueOf(link.target()), other.project()));
    }

    private static String title(Settlement.Result settled) {
        return Objects.requireNonNull(settled.content().common().title());
    }

    private static List<RecordEntry> entered(
            History history, List<RecordEntry> imported, @Nullable Status from, Change change) {
        RecordEntry entry = new RecordEntry(
                ACTION,
                from,
                history.status(),
                change.at(),
                change.actor(),
                history.source().path(),
                history.by());
        return joined(joined(history.record(), imported), List.of(entry));
    }

    private static List<RecordEntry> joined(List<RecordEntry> first, List<RecordEntry> second) {
        List<RecordEntry> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static Envelope envelope(
            Address address,
            String title,
            int revision,
            Change created,
            Change change,
            History history,
            @Nullable LocalDate known,
            List<RecordEntry> record) {
        LocalDate date = Objects.requireNonNullElseGet(history.date(), () -> known == null ? change.day() : known);
        LocalDate updated = history.lastUpdated() == null ? history.date() : history.lastUpdated();
        return new Envelope(
                address.kind(),
                address.project(),
                address.number(),
                address.ref(),
                Slug.fileName(address.number(), title),
                history.status(),
                revision,
                revision,
                created.at(),
                created.actor(),
                change.at(),
                change.actor(),
                date,
                Objects.requireNonNullElseGet(updated, change::day),
                history.statusText(),
                history.source(),
                record);
    }
}

package dev.docket.document;

import dev.docket.api.Problem.Blocker;
import dev.docket.api.ProblemType;
import dev.docket.document.content.Common;
import dev.docket.document.content.Envelope;
import dev.docket.document.content.Link;
import dev.docket.document.content.RecordEntry;
import dev.docket.document.content.Rel;
import dev.docket.document.content.Status;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The verb for the status: a move that {@link Guards} let through becomes the next revision. */
final class Lifecycle {

    private Lifecycle() {}

    /** The document after the move; whether the move is open was asked before. */
    static Document move(Document before, Status to, Change change, @Nullable String comment, @Nullable String by) {
        Document moved = enter(Revised.of(before, change, false), to, before.status(), change, comment, by);
        if (before.status() == Status.PROPOSED) {
            moved = Asking.closeApprovals(moved);
        }
        return to == Status.PROPOSED ? Asking.openApprovals(moved, change) : moved;
    }

    /** The document after another took its place: superseded, with the link back. */
    static Document supersede(Document before, Address by, Change change, @Nullable String comment) {
        Document moved = move(before, Status.SUPERSEDED, change, comment, by.ref());
        return link(moved, Rel.SUPERSEDED_BY, by);
    }

    /** The document with the link that says it took another's place, as a revision of its own; itself if it has it. */
    static Document succeed(Document before, Address superseded, Change change) {
        boolean said = before.links().stream()
                .anyMatch(link -> link.rel() == Rel.SUPERSEDES
                        && superseded.equals(Address.parse(String.valueOf(link.target()), superseded.project())));
        return said ? before : link(Revised.of(before, change, false), Rel.SUPERSEDES, superseded);
    }

    /** The document with one more link, in the revision that it is in. */
    static Document link(Document document, Rel rel, Address target) {
        Set<String> ids = new TreeSet<>(document.past().partIds());
        List<Link> links = new ArrayList<>(document.links());
        String id = Parts.fresh("links", document.revision(), ids);
        ids.add(id);
        links.add(new Link(id, document.revision(), rel, target.ref(), null));
        Common common = document.common().withLinks(links);
        return new Document(
                document.envelope(),
                common,
                document.sections(),
                document.past().andParts(ids));
    }

    /** The document in the status, its record and date told so. */
    static Document enter(
            Document document,
            Status to,
            @Nullable Status from,
            Change change,
            @Nullable String comment,
            @Nullable String by) {
        return enter(document, to, from, change, comment, by, action(to));
    }

    /** As above, under another name for what was done. */
    static Document enter(
            Document document,
            Status to,
            @Nullable Status from,
            Change change,
            @Nullable String comment,
            @Nullable String by,
            String action) {
        Envelope old = document.envelope();
        List<RecordEntry> record = new ArrayList<>(old.record());
        record.add(new RecordEntry(action, from, to, change.at(), change.actor(), comment, by));
        return document.with(new Envelope(
                old.kind(),
                old.project(),
                old.number(),
                old.ref(),
                old.fileName(),
                to,
                old.revision(),
                old.contentRevision(),
                old.createdAt(),
                old.createdBy(),
                old.updatedAt(),
                old.updatedBy(),
                change.day(),
                old.lastUpdated(),
                null,
                old.source(),
                record));
    }

    private static String action(Status to) {
        return to == Status.DRAFT ? "drafted" : to.name().toLowerCase(Locale.ROOT);
    }

    static HttpProblem blocked(String detail, List<Blocker> blockers, List<Status> open) {
        return ProblemType.BLOCKED
                .builder(detail)
                .with("blockers", blockers)
                .with("open", open.stream().map(Status::json).toList())
                .build();
    }
}

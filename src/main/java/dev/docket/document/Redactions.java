package dev.docket.document;

import dev.docket.access.Act;
import dev.docket.access.Action;
import dev.docket.access.Caller;
import dev.docket.access.Callers;
import dev.docket.access.Permission;
import dev.docket.api.ProblemType;
import dev.docket.api.Tag;
import dev.docket.api.Transactions;
import dev.docket.api.Violations;
import dev.docket.event.EventType;
import dev.docket.event.Outbox;
import dev.docket.project.Projects;
import dev.docket.project.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Contents that had to go: each is removed with everything that was made of it, and leaves a scar in the log. */
@ApplicationScoped
class Redactions {

    private final Transactions transactions;
    private final Callers callers;
    private final Projects projects;
    private final Documents documents;
    private final Log log;
    private final Scars scars;
    private final Rebuild rebuild;
    private final OriginalFiles originals;
    private final Outbox outbox;
    private final Violations violations;
    private final Clock clock;
    private final Event<Redacted> redacted;
    private final Event<Act> acts;

    Redactions(
            Transactions transactions,
            Callers callers,
            Projects projects,
            Documents documents,
            Log log,
            Scars scars,
            Rebuild rebuild,
            OriginalFiles originals,
            Outbox outbox,
            Violations violations,
            Clock clock,
            Event<Redacted> redacted,
            Event<Act> acts) {
        this.transactions = transactions;
        this.callers = callers;
        this.projects = projects;
        this.documents = documents;
        this.log = log;
        this.scars = scars;
        this.rebuild = rebuild;
        this.originals = originals;
        this.outbox = outbox;
        this.violations = violations;
        this.clock = clock;
        this.redacted = redacted;
        this.acts = acts;
    }

    /**
     * What was done.
     *
     * @param newest the document's newest revision, which it was before
     */
    record Done(int newest, RedactionView redaction) {}

    /**
     * Removes the content of a revision; the document stays what it is. 403 for everybody but admins; 409 where the
     * revision is the newest, or its content is gone already.
     */
    Done redact(Address address, int revision, @Nullable String ifMatch, RedactionRequest request) {
        Caller caller = callers.current();
        return transactions.write(() -> {
            Standing standing = projects.standing(caller, address.project());
            Held seen = documents.find(standing, address);
            if (revision > seen.document().revision()) {
                throw ProblemType.NOT_FOUND.because(
                        "There is no revision " + revision + " of " + address.subject() + ".");
            }
            caller.require(Permission.REDACT);
            String wanted = Tag.required(ifMatch);
            Tag.require(wanted, seen.document().revision());
            Held locked = log.lock(seen);
            Tag.require(wanted, locked.document().revision());
            violations.refuse(request);
            if (revision == locked.document().revision()) {
                throw ProblemType.CONFLICT.because(
                        "The newest revision cannot be redacted: write a newer one without it first.");
            }
            Redaction redaction = remove(locked, revision, caller.name(), request.reason());
            return new Done(locked.document().revision(), RedactionView.of(redaction));
        });
    }

    private Redaction remove(Held held, int revision, String actor, String reason) {
        Address address = held.document().address();
        Scars.Removable removable = scars.removable(held.id(), revision)
                .orElseThrow(() -> ProblemType.CONFLICT.because(
                        "The content of revision " + revision + " of " + address.subject() + " is gone already."));
        Document gone = Document.of(removable.content(), Past.NONE);
        Redaction redaction =
                new Redaction(address.subject(), revision, clock.instant(), actor, reason, removable.contentSha256());
        scars.redact(held.id(), redaction, gone.status(), gone.envelope().contentRevision() == revision);
        // The index is made again of what is left: so nothing in it can come from what is gone.
        rebuild.one(held.id());
        if (gone.envelope().source() != null && gone.envelope().source().sha256() != null) {
            originals.forget(held.id(), revision, gone.envelope().source().sha256());
        }
        redacted.fire(new Redacted(held.projectId(), address));
        outbox.add(List.of(event(held, redaction)));
        acts.fire(new Act(
                Action.REVISION_REDACTED, actor, address.project(), address.path() + "/revisions/" + revision, reason));
        return redaction;
    }

    private static dev.docket.event.Event event(Held held, Redaction redaction) {
        Document document = held.document();
        return new dev.docket.event.Event(
                EventType.DOCUMENT_REDACTED.type(),
                redaction.at(),
                redaction.actor(),
                held.projectId(),
                redaction.subject(),
                held.id(),
                redaction.revision(),
                redaction.sha256(),
                Map.of(
                        "ref", document.envelope().ref(),
                        "revision", redaction.revision(),
                        "status", document.status().json(),
                        "actor", redaction.actor()));
    }
}

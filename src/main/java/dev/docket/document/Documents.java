package dev.docket.document;

import dev.docket.access.Caller;
import dev.docket.access.Callers;
import dev.docket.access.Permission;
import dev.docket.api.ProblemType;
import dev.docket.api.Tag;
import dev.docket.api.Transactions;
import dev.docket.api.Violations;
import dev.docket.document.content.Kind;
import dev.docket.document.content.Source;
import dev.docket.event.Outbox;
import dev.docket.project.Projects;
import dev.docket.project.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** All documents: every write is one transaction here, whatever its door. */
@ApplicationScoped
public class Documents {

    private final Transactions transactions;
    private final Callers callers;
    private final Projects projects;
    private final Log log;
    private final Index index;
    private final Links links;
    private final Outbox outbox;
    private final Announcements announcements;
    private final Violations violations;
    private final Clock clock;

    Documents(
            Transactions transactions,
            Callers callers,
            Projects projects,
            Log log,
            Index index,
            Links links,
            Outbox outbox,
            Announcements announcements,
            Violations violations,
            Clock clock) {
        this.transactions = transactions;
        this.callers = callers;
        this.projects = projects;
        this.log = log;
        this.index = index;
        this.links = links;
        this.outbox = outbox;
        this.announcements = announcements;
        this.violations = violations;
        this.clock = clock;
    }

    /**
     * One change of a document.
     *
     * @param address the document
     * @param permissions what it takes: one of these
     * @param ifMatch the tag that was sent
     * @param version what the tag has to name: the document's revision, or the version of one of its parts; throws 404
     *     for a part that is not there
     * @param message what the actor says about it
     */
    record Write(
            Address address,
            Set<Permission> permissions,
            @Nullable String ifMatch,
            @Nullable ToIntFunction<Document> version,
            @Nullable String message) {

        /** A change that takes one permission and nothing else. */
        Write(
                Address address,
                Permission permission,
                @Nullable String ifMatch,
                @Nullable ToIntFunction<Document> version,
                @Nullable String message) {
            this(address, Set.of(permission), ifMatch, version, message);
        }
    }

    /**
     * Creates a document from the draft; 409 where it asks to be proposed and cannot be.
     *
     * @param source where it came from; null where it was written here
     * @param message what the actor says about it
     */
    public Held create(Kind kind, String project, Draft draft, @Nullable Source source, @Nullable String message) {
        Caller caller = callers.current();
        return transactions.write(() -> {
            Standing standing = projects.standing(caller, project).permit(Permission.CREATE_DOCUMENT);
            violations.refuse(draft.common());
            violations.refuse(draft.sections());
            standing.open(Permission.CREATE_DOCUMENT);
            Change change = new Change(caller.name(), now(), Situation.rules(kind, standing), message);
            // Tried at no number first: whoever breaks a rule never makes others wait for the counter.
            Document tried = Creation.create(new Address(kind, project, Integer.MAX_VALUE), draft, source, change);
            links.refuseUnknownTargets(null, tried, caller);
            Address address = new Address(kind, project, log.nextNumber(standing.projectId(), kind));
            Held created = log.begin(standing.projectId(), Creation.numbered(tried, address), change);
            return settle(null, created, change);
        });
    }

    /** Applies a verb to a document; the document as it is when the verb has nothing to change. */
    Held change(Write write, BiFunction<Document, Change, Document> verb) {
        return change(write, standing -> verb);
    }

    /** As {@link #change(Write, BiFunction)}, for a verb that depends on the caller's standing. */
    Held change(Write write, Function<Standing, BiFunction<Document, Change, Document>> verb) {
        Caller caller = callers.current();
        return transactions.write(() -> {
            Standing standing = projects.standing(caller, write.address().project());
            Held seen = find(standing, write.address());
            standing.permitOne(write.permissions());
            match(write, seen.document());
            Held locked = log.lock(seen);
            match(write, locked.document());
            Change change = change(locked, standing, write.message());
            Document after = verb.apply(standing).apply(locked.document(), change);
            if (after.equals(locked.document())) {
                return locked;
            }
            write.permissions().forEach(standing::open);
            links.refuseUnknownTargets(locked.document(), after, caller);
            return settle(locked.document(), log.append(locked, after, change), change);
        });
    }

    /** The verb that edits what a document says: the draft is made of the document as it is under the lock. */
    BiFunction<Document, Change, Document> edit(Function<Document, Draft> draft) {
        return (document, change) -> {
            Draft wanted = draft.apply(document);
            violations.refuse(wanted.common());
            violations.refuse(wanted.sections());
            return Edit.apply(document, wanted, change);
        };
    }

    /** The document as it stands, for a caller that may read it. */
    Held find(Standing standing, Address address) {
        return log.find(standing.projectId(), address.kind(), address.number())
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no " + address.subject() + "."));
    }

    /** What every appended revision brings with it: the index, the events, the announcement. */
    Held settle(@Nullable Document before, Held after, Change change) {
        index.write(before, after);
        outbox.add(announcements.of(before, after, change));
        return after;
    }

    /** A change now: later than all the document has seen. */
    Change change(Held held, Standing standing, @Nullable String message) {
        Instant earliest = held.document().envelope().updatedAt().plus(1, ChronoUnit.MICROS);
        Instant now = now();
        return new Change(
                standing.caller().name(),
                now.isBefore(earliest) ? earliest : now,
                Situation.rules(held.document(), standing),
                message);
    }

    /** Compared before the lock, so that losers do not queue, and again under it. */
    static void match(Write write, Document document) {
        if (write.version() != null) {
            Tag.require(Tag.required(write.ifMatch()), write.version().applyAsInt(document));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

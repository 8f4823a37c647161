package dev.docket.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.api.ProblemType;
import dev.docket.api.Violations;
import dev.docket.document.content.Rel;
import dev.docket.project.Rules;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Documents that come from files: the door for imports. Every method but {@link #refuse} is part of the caller's
 * transaction; who may import was asked before.
 */
@ApplicationScoped
public class Originals {

    private final Documents documents;
    private final Log log;
    private final OriginalFiles files;
    private final Violations violations;
    private final Clock clock;

    Originals(Documents documents, Log log, OriginalFiles files, Violations violations, Clock clock) {
        this.documents = documents;
        this.log = log;
        this.files = files;
        this.violations = violations;
        this.clock = clock;
    }

    /**
     * What is to be written.
     *
     * @param content the authored members
     * @param history what the file says beside them
     */
    public record Said(ObjectNode content, History history) {}

    /**
     * A file as it is kept.
     *
     * @param ownNumber the number that the file gave itself
     * @param title the title that the file gave itself
     */
    public record File(
            @Nullable String path, @Nullable Integer ownNumber, String title, String sha256, byte[] content) {}

    /** Refuses, as a write would, what cannot become a document. */
    public void refuse(Address address, Said said) {
        Document tried =
                Takeover.create(address, draft(address, said), said.history(), change("import", Instant.EPOCH));
        violations.refuse(tried.envelope());
        violations.refuse(tried.common());
    }

    /** A new document of the file, at a number that nobody else can take. */
    public void create(long projectId, Address address, Said said, File file, String actor) {
        Change change = change(actor, Instant.EPOCH);
        Document document = Takeover.create(address, draft(address, said), said.history(), change);
        Held created = documents.settle(null, log.begin(projectId, document, change), change);
        files.add(created, file);
    }

    /** The next revision of the document by its changed file; false, and nothing is done, where Docket is master. */
    public boolean revise(long projectId, Address address, Said said, File file, String actor) {
        Held held = lock(projectId, address);
        if (!files.isMaster(held)) {
            return false;
        }
        Change change = change(actor, held.document().envelope().updatedAt());
        Document after = Takeover.revise(held.document(), draft(address, said), said.history(), change);
        Held revised = documents.settle(held.document(), log.append(held, after, change), change);
        files.replace(revised, file);
        return true;
    }

    /**
     * Says in the document how it stands to another one that a file spoke of; false, and nothing is done, where Docket is
     * master of it.
     *
     * @param superseded whether the other one took its place
     */
    public boolean relate(long projectId, Address address, Rel rel, Address other, boolean superseded, String actor) {
        Held held = lock(projectId, address);
        if (!files.isMaster(held)) {
            return false;
        }
        Change change = change(actor, held.document().envelope().updatedAt());
        Document after = Takeover.relate(held.document(), rel, other, superseded, change);
        if (!after.equals(held.document())) {
            files.follow(documents.settle(held.document(), log.append(held, after, change), change));
        }
        return true;
    }

    /** The file of that document has another path now. */
    public void moved(long document, @Nullable String path) {
        files.move(document, path);
    }

    /** The bytes of the file that the document came from, whatever became of the document since. */
    public Optional<byte[]> bytes(long document) {
        return files.bytes(document);
    }

    /**
     * The bytes of the file that a revision came from, where the document has not changed since; who may read it was asked
     * before.
     */
    public Optional<byte[]> bytes(Address address, int revision) {
        return files.bytes(address, revision);
    }

    private Held lock(long projectId, Address address) {
        return log.lock(log.find(projectId, address.kind(), address.number())
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no " + address.subject() + ".")));
    }

    private Draft draft(Address address, Said said) {
        Draft draft = Draft.read(address.kind(), said.content());
        violations.refuse(draft.common());
        violations.refuse(draft.sections());
        return draft;
    }

    /** Later than all the document has seen; no rule of the project plays a part. */
    private Change change(String actor, Instant last) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Change(actor, now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS), Rules.DEFAULT, null);
    }
}

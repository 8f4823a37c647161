package dev.docket.audit;

import dev.docket.access.Caller;
import dev.docket.access.Permission;
import dev.docket.api.ProblemType;
import dev.docket.project.Projects;
import dev.docket.project.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Verifications of whole projects: many short reads each, which no writer waits for. */
@ApplicationScoped
class Audits {

    /** Each keeps a processor busy. */
    private static final int AT_A_TIME = 2;

    private final Projects projects;
    private final Chain chain;
    private final Revisions revisions;
    private final Checkpoints checkpoints;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_A_TIME);

    Audits(Projects projects, Chain chain, Revisions revisions, Checkpoints checkpoints, Clock clock) {
        this.projects = projects;
        this.chain = chain;
        this.revisions = revisions;
        this.checkpoints = checkpoints;
        this.clock = clock;
    }

    /** 404 where there is no project that the caller may read, 403 where it may not verify, 503 where others do. */
    AuditView verify(Caller caller, String project) {
        Standing standing = projects.standing(caller, project).permit(Permission.VERIFY);
        if (!places.tryAcquire()) {
            throw ProblemType.OVERLOADED
                    .builder("Other projects are being verified.")
                    .withHeader("Retry-After", "5")
                    .build();
        }
        try {
            return verify(standing);
        } finally {
            places.release();
        }
    }

    private AuditView verify(Standing standing) {
        Instant at = clock.instant();
        // First: what they have signed is in the chain by now.
        Witnesses witnesses = checkpoints.witnesses(standing.project());
        Inspection inspection = new Inspection(witnesses);
        Continuity continuity = new Continuity();
        Fault fault = chain(standing, inspection);
        if (fault == null) {
            fault = revisions(standing, continuity);
        }
        byte[] head = inspection.head();
        return new AuditView(
                standing.project(),
                at,
                fault == null,
                fault,
                inspection.entries(),
                continuity.revisions(),
                inspection.redactions(),
                witnesses.checkpoints(),
                head == null
                        ? null
                        : new AuditView.Head(
                                inspection.position(), HexFormat.of().formatHex(head)));
    }

    private @Nullable Fault chain(Standing standing, Inspection inspection) {
        for (List<Entry> piece = chain.after(standing.projectId(), inspection.position());
                !piece.isEmpty();
                piece = chain.after(standing.projectId(), inspection.position())) {
            for (Entry entry : piece) {
                Fault fault = inspection.take(entry);
                if (fault != null) {
                    return fault;
                }
            }
        }
        return inspection.end();
    }

    private @Nullable Fault revisions(Standing standing, Continuity continuity) {
        Revisions.Row last = null;
        List<Revisions.Row> piece;
        do {
            piece = revisions.after(standing.projectId(), standing.project(), last);
            for (Revisions.Row row : piece) {
                Fault fault = continuity.take(row);
                if (fault != null) {
                    return fault;
                }
                last = row;
            }
        } while (piece.size() == Revisions.PIECE);
        return continuity.end();
    }
}

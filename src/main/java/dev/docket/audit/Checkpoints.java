package dev.docket.audit;

import dev.docket.access.Act;
import dev.docket.access.Action;
import dev.docket.access.Caller;
import dev.docket.access.Permission;
import dev.docket.api.CanonicalJson;
import dev.docket.api.Cursor;
import dev.docket.api.Page;
import dev.docket.api.Paging;
import dev.docket.api.ProblemType;
import dev.docket.api.Transactions;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All checkpoints, and how one is made. */
@ApplicationScoped
class Checkpoints {

    static final String PATH = "/api/v1/audit/checkpoints";

    private final Transactions transactions;
    private final CheckpointTable table;
    private final Keys keys;
    private final Clock clock;
    private final Event<Act> acts;

    Checkpoints(Transactions transactions, CheckpointTable table, Keys keys, Clock clock, Event<Act> acts) {
        this.transactions = transactions;
        this.table = table;
        this.keys = keys;
        this.clock = clock;
        this.acts = acts;
    }

    /** Newest first; 403 for everybody but auditors and admins. */
    Page<CheckpointSummary> list(Caller caller, Paging paging) {
        caller.require(Permission.READ_CHECKPOINTS);
        Cursor.Scope scope = new Cursor.Scope("checkpoints");
        long below = Objects.requireNonNullElse(scope.id(paging.cursor()), Long.MAX_VALUE);
        return Page.of(
                table.below(below, paging.limit() + 1),
                paging.limit(),
                scope,
                checkpoint -> Long.toString(checkpoint.number()));
    }

    /** 403 as {@link #list}, 404 where there is none of that number. */
    Checkpoint get(Caller caller, long number) {
        caller.require(Permission.READ_CHECKPOINTS);
        return table.find(number)
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no checkpoint " + number + "."));
    }

    /** A new one, whatever happened since the last; 403 for everybody but admins. */
    Checkpoint make(Caller caller) {
        caller.require(Permission.MAKE_CHECKPOINT);
        return transactions.write(() -> {
            table.lock();
            Checkpoint made = next(table.newest());
            acts.fire(new Act(
                    Action.CHECKPOINT_MADE,
                    caller.name(),
                    null,
                    PATH + "/" + made.number(),
                    "at position " + made.position()));
            return made;
        });
    }

    /** A new one, where the last is that old and something happened since; one replica at a time does it. */
    Optional<Checkpoint> makeIfDue(Duration every) {
        if (!due(table.newest(), every)) {
            return Optional.empty();
        }
        return transactions.write(() -> {
            table.lock();
            CheckpointTable.Newest newest = table.newest();
            return due(newest, every) ? Optional.of(next(newest)) : Optional.<Checkpoint>empty();
        });
    }

    private boolean due(CheckpointTable.@Nullable Newest newest, Duration every) {
        boolean old = newest == null || !newest.at().plus(every).isAfter(clock.instant());
        return old && table.feedPosition() > (newest == null ? 0 : newest.position());
    }

    private Checkpoint next(CheckpointTable.@Nullable Newest newest) {
        Instant now = clock.instant();
        CheckpointTable.Heads heads = table.heads();
        SigningKey key = keys.current();
        Checkpoint unsigned = new Checkpoint(
                newest == null ? 1 : newest.number() + 1,
                now,
                heads.position(),
                newest == null ? null : newest.sha256(),
                heads.heads(),
                key.publicKey().text(),
                null);
        byte[] content = unsigned.content();
        byte[] signature = key.sign(content);
        byte[] sha256 = CanonicalJson.sha256(content);
        table.add(unsigned, content, sha256, signature);
        Checkpoint made = unsigned.signed(signature);
        // A log that is shipped is one of the places elsewhere that a checkpoint is to be kept in.
        Log.infof(
                "Checkpoint %d at position %d: heads of %d chains, SHA-256 %s, signature %s",
                made.number(),
                made.position(),
                heads.heads().size(),
                HexFormat.of().formatHex(sha256),
                made.signature());
        return made;
    }

    /** The checkpoints up to now, for comparison with the chain of one project. */
    Witnesses witnesses(String project) {
        CheckpointTable.Newest newest = table.newest();
        return new Witnesses(table::after, keys::trusts, project, newest == null ? 0 : newest.number());
    }
}

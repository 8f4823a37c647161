package dev.docket.audit;

import dev.docket.api.CanonicalJson;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Checkpoints in their order, as far as they speak of one chain: one witness for each new head, read piece by piece. They
 * are looked at themselves: each repeats the hash of the one before, and where the chain has a new head, and in the last,
 * the signature has to hold.
 */
final class Witnesses implements Iterator<Witness> {

    private final Pieces pieces;
    private final Predicate<PublicKeyText> trusted;
    private final String project;
    private final long end;

    private final Deque<CheckpointTable.Row> piece = new ArrayDeque<>();
    private long number;
    private @Nullable String previous;
    private Checkpoint.@Nullable Head head;
    private @Nullable Witness next;
    private boolean broken;

    /** Reads the checkpoints after one number, up to another. */
    interface Pieces {
        List<CheckpointTable.Row> after(long number, long last);
    }

    /** @param end the number of the last checkpoint that is asked */
    Witnesses(Pieces pieces, Predicate<PublicKeyText> trusted, String project, long end) {
        this.pieces = pieces;
        this.trusted = trusted;
        this.project = project;
        this.end = end;
    }

    @Override
    public boolean hasNext() {
        while (next == null && !broken && number < end) {
            look();
        }
        return next != null;
    }

    @Override
    public Witness next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        Witness found = next;
        next = null;
        return found;
    }

    /** How many checkpoints were asked. */
    long checkpoints() {
        return number;
    }

    private void look() {
        if (piece.isEmpty()) {
            piece.addAll(pieces.after(number, end));
        }
        CheckpointTable.Row row = piece.poll();
        number++;
        if (row == null || row.summary().number() != number) {
            fail("The checkpoint is gone.");
            return;
        }
        Optional<Checkpoint> checkpoint = read(row);
        String sha256 = HexFormat.of().formatHex(CanonicalJson.sha256(row.content()));
        if (checkpoint.isEmpty() || !fits(checkpoint.get(), row.summary(), sha256)) {
            fail("The checkpoint is not what was written, or does not follow the one before it.");
            return;
        }
        previous = sha256;
        Checkpoint.Head now = checkpoint.get().head(project).orElse(null);
        boolean same = now == null ? head == null : now.equals(head);
        if (same && number < end) {
            return;
        }
        PublicKeyText key = new PublicKeyText(checkpoint.get().publicKey());
        if ((now == null && !same) || !trusted.test(key) || !key.verifies(row.content(), row.signature())) {
            fail("The checkpoint is not signed by a key of this service.");
            return;
        }
        if (now == null || same) {
            return;
        }
        head = now;
        next = new Witness(number, now.position(), now.sha256(), null);
    }

    private static Optional<Checkpoint> read(CheckpointTable.Row row) {
        try {
            return Optional.of(Checkpoint.of(row.content(), row.signature()));
        } catch (HttpProblem | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean fits(Checkpoint checkpoint, CheckpointSummary kept, String sha256) {
        return kept.equals(new CheckpointSummary(
                        number,
                        checkpoint.at(),
                        checkpoint.position(),
                        checkpoint.heads().size(),
                        sha256,
                        checkpoint.publicKey()))
                && checkpoint.number() == number
                && Objects.equals(checkpoint.previous(), previous);
    }

    private void fail(String detail) {
        broken = true;
        next = new Witness(number, 0, "", new Fault(FaultCode.CHECKPOINT_CHANGED, detail, null, null, null, number));
    }
}

package dev.docket.audit;

import dev.docket.document.Address;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Looks at the revisions of documents in their order, and finds the first that is missing, astray or not in the chain. */
final class Continuity {

    private long revisions;
    private @Nullable Address document;
    private int newest;
    private int last;
    private byte @Nullable [] lastSha256;
    private long lastPosition;

    /** What is wrong with the next row, or with the document before it; null where nothing is. */
    @Nullable
    Fault take(Revisions.Row row) {
        if (!row.document().equals(document)) {
            Fault fault = end();
            document = row.document();
            last = 0;
            lastSha256 = null;
            lastPosition = 0;
            if (fault != null) {
                return fault;
            }
        }
        newest = row.newest();
        return row.revision() == null ? null : revision(row, row.revision());
    }

    /** What is wrong with the last document; null where nothing is. */
    @Nullable
    Fault end() {
        return last < newest && document != null
                ? at(FaultCode.REVISION_MISSING, "The revision is gone, or was never there.", last + 1, null)
                : null;
    }

    /** How many revisions it has seen. */
    long revisions() {
        return revisions;
    }

    private @Nullable Fault revision(Revisions.Row row, int number) {
        if (number != last + 1) {
            return at(FaultCode.REVISION_MISSING, "The revision is gone.", last + 1, null);
        }
        if (row.position() == null && !row.waits()) {
            return at(FaultCode.REVISION_UNCHAINED, "The chain does not know the revision.", number, null);
        }
        if (!Objects.equals(row.position(), row.again())) {
            return at(FaultCode.ENTRY_INSERTED, "The chain has the revision twice.", number, row.again());
        }
        if (!row.scarred()) {
            return at(
                    FaultCode.REDACTION_UNCHAINED, "The chain does not know of its redaction.", number, row.position());
        }
        long position = Objects.requireNonNullElse(row.position(), Long.MAX_VALUE);
        if (number > row.newest() || position < lastPosition || !Arrays.equals(row.previous(), lastSha256)) {
            return at(FaultCode.ORDER, "It does not follow the revision before it.", number, row.position());
        }
        revisions++;
        last = number;
        lastSha256 = row.sha256();
        lastPosition = position;
        return null;
    }

    private Fault at(FaultCode code, String detail, int revision, @Nullable Long position) {
        return new Fault(
                code, detail, position, Objects.requireNonNull(document).subject(), revision);
    }
}

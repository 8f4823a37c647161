package dev.docket.audit;

import dev.docket.api.CanonicalJson;
import dev.docket.document.RevisionHeader;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the entries of one chain in their order, wherever they come from, and finds the first fault. Keeps two hashes,
 * however long the chain is.
 */
final class Inspection {

    private final Iterator<Witness> witnesses;
    private @Nullable Witness witness;
    private @Nullable Long agreed;
    private long entries;
    private long redactions;
    private long position = Long.MIN_VALUE;
    private byte @Nullable [] last;
    private byte @Nullable [] beforeLast;

    /** @param witnesses what checkpoints say of the chain, by position */
    Inspection(Iterator<Witness> witnesses) {
        this.witnesses = witnesses;
        this.witness = following();
    }

    /** What is wrong with the next entry, or at the one before; null where nothing is. */
    @Nullable
    Fault take(Entry entry) {
        Fault fault = link(entry);
        if (fault == null) {
            fault = heard(entry);
        }
        if (fault == null) {
            fault = revision(entry);
        }
        entries++;
        position = entry.link().position();
        beforeLast = last;
        last = entry.sha256();
        return fault;
    }

    /** What is wrong after the last entry; null where nothing is. */
    @Nullable
    Fault end() {
        if (witness == null) {
            return null;
        }
        return witness.fault() != null
                ? witness.fault()
                : told(witness, FaultCode.ENTRY_MISSING, "The chain ends before an entry that the checkpoint signed.");
    }

    /** How many entries it has seen. */
    long entries() {
        return entries;
    }

    /** How many of them are about the removal of a content. */
    long redactions() {
        return redactions;
    }

    /** The position of the newest entry that it has seen; the least of all numbers before the first. */
    long position() {
        return position;
    }

    /** The hash of the newest entry that it has seen; null before the first. */
    byte @Nullable [] head() {
        return last;
    }

    private @Nullable Fault link(Entry entry) {
        if (!Arrays.equals(entry.sha256(), entry.link().sha256())) {
            return at(entry, FaultCode.ENTRY_CHANGED, "The entry is not what its own hash says.");
        }
        byte[] previous = entry.link().previous();
        if (Arrays.equals(previous, last)) {
            return null;
        }
        if (entries > 0 && Arrays.equals(previous, beforeLast)) {
            return new Fault(
                    FaultCode.ENTRY_INSERTED,
                    "The entry after it, at %d, follows the one before it."
                            .formatted(entry.link().position()),
                    position,
                    null,
                    null);
        }
        return at(
                entry,
                FaultCode.ENTRY_MISSING,
                entries == 0
                        ? "It says that an entry comes before it, but it is the first."
                        : "It does not follow the entry before it, at %d.".formatted(position));
    }

    /** What the checkpoints that have their turn say. */
    private @Nullable Fault heard(Entry entry) {
        while (witness != null) {
            Witness said = witness;
            if (said.fault() != null) {
                return said.fault();
            }
            if (said.position() > entry.link().position()) {
                return null;
            }
            if (said.position() < entry.link().position()
                    || !said.sha256().equals(HexFormat.of().formatHex(entry.sha256()))) {
                return told(
                        said,
                        FaultCode.CHAIN_REWRITTEN,
                        agreed == null
                                ? "The checkpoint signed another entry; none before it was signed."
                                : "The checkpoint signed another entry; up to %d the chain is as signed."
                                        .formatted(agreed));
            }
            agreed = said.position();
            witness = following();
        }
        return null;
    }

    private @Nullable Witness following() {
        return witnesses.hasNext() ? witnesses.next() : null;
    }

    private static Fault told(Witness by, FaultCode code, String detail) {
        return new Fault(code, detail, by.position(), null, null, by.checkpoint());
    }

    private @Nullable Fault revision(Entry entry) {
        RevisionHeader header = entry.header();
        if (header == null) {
            return at(entry, FaultCode.REVISION_MISSING, "The revision, or its document, is gone.");
        }
        byte[] sha256 = header.sha256();
        if (!Arrays.equals(sha256, entry.headerSha256())) {
            return at(entry, FaultCode.HEADER_CHANGED, "Its header is not what its own hash says.");
        }
        if (entry.redaction() != null && !Arrays.equals(entry.redaction().sha256(), entry.redactionSha256())) {
            return at(entry, FaultCode.REDACTION_CHANGED, "What is said of its redaction is not what was written.");
        }
        if (Arrays.equals(entry.redactionSha256(), entry.link().revision())) {
            redactions++;
            return null;
        }
        return Arrays.equals(sha256, entry.link().revision())
                ? content(entry, header)
                : at(entry, FaultCode.HEADER_CHANGED, "Its header is not the one that the chain took up.");
    }

    private static @Nullable Fault content(Entry entry, RevisionHeader header) {
        byte[] content = entry.content();
        if (entry.redaction() != null) {
            return content == null ? null : at(entry, FaultCode.REDACTION_CHANGED, "The content is there again.");
        }
        if (content == null) {
            return at(entry, FaultCode.CONTENT_MISSING, "The content is gone.");
        }
        return Arrays.equals(CanonicalJson.sha256(content), header.contentSha256())
                ? null
                : at(entry, FaultCode.CONTENT_CHANGED, "The content is not the one whose SHA-256 was written down.");
    }

    private static Fault at(Entry entry, FaultCode code, String detail) {
        return new Fault(code, detail, entry.link().position(), entry.document(), entry.revision());
    }
}

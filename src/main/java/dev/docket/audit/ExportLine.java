package dev.docket.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.docket.document.Redaction;
import dev.docket.document.RevisionHeader;
import dev.docket.event.ChainEntry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * One line of an audit export: first the start, then each entry of the chain with its revision, last the end, by which an
 * export that breaks off is known. Hashes are in hexadecimal.
 *
 * @param previous the hash of the entry before
 * @param sha256 the hash of the entry
 * @param about the hash of the revision that the entry is about
 * @param redaction who removed the content, where it was removed; where its hash is what the entry is about, the entry
 *     is about that
 * @param content the exact text of the document as it was, so that its SHA-256 is the revision's contentSha256
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExportLine(
        @Nullable Start start,
        @Nullable Long position,
        @Nullable String previous,
        @Nullable String sha256,
        @Nullable String about,
        @Nullable Revision revision,
        @Nullable Removal redaction,
        @Nullable String content,
        @Nullable End end) {

    static final int FORMAT = 1;

    /** @param format {@link #FORMAT}: another one is to be read in another way */
    record Start(int format, String project, Instant at) {}

    /** @param document the document, such as {@code payments/ADR-0042} */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Revision(
            String document,
            int number,
            Instant at,
            String actor,
            @Nullable String message,
            String contentSha256,
            @Nullable String previousSha256,
            String sha256) {}

    /** What is said of the removal of a content. */
    record Removal(String actor, Instant at, String reason, String sha256) {}

    /** @param entries how many entries there are */
    record End(long entries) {}

    static ExportLine start(String project, Instant at) {
        return new ExportLine(new Start(FORMAT, project, at), null, null, null, null, null, null, null, null);
    }

    static ExportLine end(long entries) {
        return new ExportLine(null, null, null, null, null, null, null, null, new End(entries));
    }

    static ExportLine of(Entry entry) {
        byte[] content = entry.content();
        return new ExportLine(
                null,
                entry.link().position(),
                hex(entry.link().previous()),
                hex(entry.sha256()),
                hex(entry.link().revision()),
                revision(entry),
                removal(entry),
                content == null ? null : new String(content, StandardCharsets.UTF_8),
                null);
    }

    private static @Nullable Revision revision(Entry entry) {
        RevisionHeader header = entry.header();
        String sha256 = hex(entry.headerSha256());
        String contentSha256 = header == null ? null : hex(header.contentSha256());
        return header == null || sha256 == null || contentSha256 == null
                ? null
                : new Revision(
                        header.subject(),
                        header.revision(),
                        header.at(),
                        header.actor(),
                        header.message(),
                        contentSha256,
                        hex(header.previous()),
                        sha256);
    }

    private static @Nullable Removal removal(Entry entry) {
        Redaction scar = entry.redaction();
        String sha256 = hex(entry.redactionSha256());
        return scar == null || sha256 == null ? null : new Removal(scar.actor(), scar.at(), scar.reason(), sha256);
    }

    /** The entry again; {@link IllegalArgumentException} where the line is none. */
    Entry entry() {
        if (position == null || sha256 == null || about == null) {
            throw new IllegalArgumentException("a line is no entry of a chain");
        }
        return new Entry(
                new ChainEntry(position, bytes(about), previous == null ? null : bytes(previous)),
                bytes(sha256),
                revision == null ? null : revision.document(),
                revision == null ? 0 : revision.number(),
                revision == null ? null : header(revision),
                revision == null ? null : bytes(revision.sha256()),
                revision == null || redaction == null ? null : scar(revision, redaction),
                redaction == null ? null : bytes(redaction.sha256()),
                content == null ? null : content.getBytes(StandardCharsets.UTF_8));
    }

    private static Redaction scar(Revision revision, Removal removal) {
        return new Redaction(
                revision.document(),
                revision.number(),
                removal.at(),
                removal.actor(),
                removal.reason(),
                bytes(revision.contentSha256()));
    }

    private static RevisionHeader header(Revision revision) {
        return new RevisionHeader(
                revision.document(),
                revision.number(),
                revision.at(),
                revision.actor(),
                revision.message(),
                bytes(revision.contentSha256()),
                revision.previousSha256() == null ? null : bytes(revision.previousSha256()));
    }

    private static @Nullable String hex(byte @Nullable [] bytes) {
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}

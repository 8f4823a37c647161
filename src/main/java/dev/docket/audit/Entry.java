package dev.docket.audit;

import dev.docket.document.Redaction;
import dev.docket.document.RevisionHeader;
import dev.docket.event.ChainEntry;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a project's chain, with what is there of the revision that it is about.
 *
 * @param link what is hashed of the entry
 * @param sha256 the entry's hash as it was written down
 * @param document the document that it is about, such as {@code payments/ADR-0042}; null where that is gone
 * @param revision the number of the revision
 * @param header what is hashed of the revision; null where the revision or its document is gone
 * @param headerSha256 the revision's hash as it was written down; null where there is no header
 * @param redaction what was written down of the removal of its content; null where nothing was
 * @param redactionSha256 the hash of that as it was written down
 * @param content the exact bytes of the document as it was; null where they are gone
 */
record Entry(
        ChainEntry link,
        byte[] sha256,
        @Nullable String document,
        int revision,
        @Nullable RevisionHeader header,
        byte @Nullable [] headerSha256,
        @Nullable Redaction redaction,
        byte @Nullable [] redactionSha256,
        byte @Nullable [] content) {}

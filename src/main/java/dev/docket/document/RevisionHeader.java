package dev.docket.document;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.api.CanonicalJson;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What is hashed of a revision: its content by hash only, so that a redacted content leaves the proof whole.
 *
 * @param subject the document, such as {@code payments/ADR-0042}
 * @param previous the hash of the document's previous revision; null for the first
 */
public record RevisionHeader(
        String subject,
        int revision,
        Instant at,
        String actor,
        @Nullable String message,
        byte[] contentSha256,
        byte @Nullable [] previous) {

    /** SHA-256 over the canonical JSON (RFC 8785) of this header, hashes in hex and absent members left out. */
    public byte[] sha256() {
        ObjectNode header = JsonNodeFactory.instance.objectNode();
        header.put("actor", actor);
        header.put("at", at.toString());
        header.put("content", HexFormat.of().formatHex(contentSha256));
        header.put("document", subject);
        if (message != null) {
            header.put("message", message);
        }
        if (previous != null) {
            header.put("previous", HexFormat.of().formatHex(previous));
        }
        header.put("revision", revision);
        return CanonicalJson.sha256(CanonicalJson.bytes(header));
    }
}

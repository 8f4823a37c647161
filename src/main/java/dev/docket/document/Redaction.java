package dev.docket.document;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.api.CanonicalJson;
import java.time.Instant;
import java.util.HexFormat;

/**
 * The scar that a removed content leaves: the project's chain takes up its hash, as it does with a revision's.
 *
 * @param subject the document, such as {@code payments/ADR-0042}
 * @param revision the number of the revision whose content is gone
 * @param contentSha256 the hash of what is gone
 */
public record Redaction(String subject, int revision, Instant at, String actor, String reason, byte[] contentSha256) {

    /** SHA-256 over the canonical JSON (RFC 8785) of this scar, the hash of the content in hex. */
    public byte[] sha256() {
        ObjectNode scar = JsonNodeFactory.instance.objectNode();
        scar.put("actor", actor);
        scar.put("at", at.toString());
        scar.put("content", HexFormat.of().formatHex(contentSha256));
        scar.put("document", subject);
        scar.put("reason", reason);
        scar.put("redacted", revision);
        return CanonicalJson.sha256(CanonicalJson.bytes(scar));
    }
}

package dev.docket.event;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.api.CanonicalJson;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What is hashed of an entry in a project's chain.
 *
 * @param position the position of the event in the feed
 * @param revision the hash of what the entry is about
 * @param previous the hash of the project's entry before; null for its first
 */
public record ChainEntry(long position, byte[] revision, byte @Nullable [] previous) {

    /** SHA-256 over the canonical JSON (RFC 8785) of this entry, hashes in hex and an absent member left out. */
    public byte[] sha256() {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.put("position", position);
        if (previous != null) {
            entry.put("previous", HexFormat.of().formatHex(previous));
        }
        entry.put("revision", HexFormat.of().formatHex(revision));
        return CanonicalJson.sha256(CanonicalJson.bytes(entry));
    }
}

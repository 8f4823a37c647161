package dev.docket.document;

/**
 * A document as it stands in the log.
 *
 * @param bytes the canonical JSON of its newest revision
 * @param sha256 the hash of that revision
 */
public record Held(long id, long projectId, Document document, byte[] bytes, byte[] sha256) {

    /** What goes to the wire. */
    public Stored stored() {
        return new Stored(bytes, document.revision());
    }
}

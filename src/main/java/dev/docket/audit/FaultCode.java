package dev.docket.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.docket.api.Kebab;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description = "What is wrong. entry-changed: an entry of the chain is not what its own hash says. "
                + "entry-missing: an entry does not follow the one before it. entry-inserted: an entry stands between "
                + "two that follow each other. revision-missing: a revision is gone. header-changed: who wrote a "
                + "revision, when, what was said of it, or which content it has, is not what the chain says. "
                + "content-missing, content-changed: of the document as it was. revision-unchained: a revision that "
                + "the chain does not know. order: the revisions of a document do not follow each other.  redaction-changed: who "
                + "removed a content, when or why is not what was written, or the content is there again. "
                + "redaction-unchained: a content was removed and the chain does not know of it. "
                + "chain-rewritten: the chain is whole, but not the one that a checkpoint signed. checkpoint-changed: a "
                + "checkpoint is gone, not what was written, or not signed by a key that counts.")
public enum FaultCode {
    ENTRY_CHANGED,
    ENTRY_MISSING,
    ENTRY_INSERTED,
    REVISION_MISSING,
    HEADER_CHANGED,
    CONTENT_MISSING,
    CONTENT_CHANGED,
    REVISION_UNCHAINED,
    ORDER,
    REDACTION_CHANGED,
    REDACTION_UNCHAINED,
    CHAIN_REWRITTEN,
    CHECKPOINT_CHANGED;

    /** The value in JSON, such as {@code content-changed}. */
    @JsonValue
    public String json() {
        return Kebab.of(this);
    }
}

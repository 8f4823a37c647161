package dev.docket.document;

import dev.docket.document.content.Status;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a document from a revision on, for lists of the past.
 *
 * @param at when the revision was written
 */
record State(Instant at, int revision, Status status, String title, List<String> tags) {

    /** Stands for the title of a revision whose content is gone. */
    static final String REDACTED = "(redacted)";

    static @Nullable State of(@Nullable Document document) {
        return document == null ? null : now(document);
    }

    static State now(Document document) {
        return new State(
                document.envelope().updatedAt(),
                document.revision(),
                document.status(),
                document.title(),
                Objects.requireNonNullElse(document.common().tags(), List.of()));
    }

    /** Of a revision whose content is gone. */
    static State redacted(Instant at, int revision, Status status) {
        return new State(at, revision, status, REDACTED, List.of());
    }

    boolean says(@Nullable State other) {
        return other != null && status == other.status && title.equals(other.title) && tags.equals(other.tags);
    }
}

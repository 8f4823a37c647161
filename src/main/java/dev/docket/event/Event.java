package dev.docket.event;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fact that something changed.
 *
 * @param type a CloudEvents type, such as {@code dev.docket.document.created.v1}
 * @param subject what it is about, such as {@code payments/ADR-0042}
 * @param documentId null for events of a project
 * @param revisionSha256 the hash of the revision it made, on the first event of that revision only: the project chain
 *     takes it up
 * @param data thin: values are text or whole numbers
 */
public record Event(
        String type,
        Instant at,
        String actor,
        long projectId,
        String subject,
        @Nullable Long documentId,
        @Nullable Integer revision,
        byte @Nullable [] revisionSha256,
        Map<String, Object> data) {}

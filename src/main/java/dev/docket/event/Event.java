package dev.docket.event;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fact that something changed.
 *
 * @param type a CloudEvents type, as {@link EventType} has them
 * @param subject what it is about, such as {@code payments/ADR-0042}; the project's key comes first
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
        Map<String, Object> data) {

    /** What the service does by itself is done by nobody else. */
    public static final String SERVICE = "docket";

    /** One of a project as such. */
    public static Event ofProject(
            EventType type, Instant at, String actor, long projectId, String project, Map<String, Object> data) {
        return new Event(type.type(), at, actor, projectId, project, null, null, null, data);
    }
}

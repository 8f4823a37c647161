package dev.docket.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * An event at its place in the feed.
 *
 * @param position from 1, without gaps
 * @param subject what it is about, such as {@code payments/ADR-0042}, or {@code payments} for the project itself
 * @param data a JSON object
 */
public record Entry(long position, UUID id, String type, Instant at, long projectId, String subject, String data) {

    /** The columns of {@code feed}, there called {@code f}, that {@link #of} reads. */
    public static final String COLUMNS = "f.position, f.event_id, f.type, f.at, f.project_id, f.subject, f.data";

    /** Reads {@link #COLUMNS}, which the row has by their names. */
    public static Entry of(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("position"),
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getLong("project_id"),
                row.getString("subject"),
                row.getString("data"));
    }

    /** The key of its project. */
    public String project() {
        int slash = subject.indexOf('/');
        return slash < 0 ? subject : subject.substring(0, slash);
    }

    /** What it is about within the project, such as {@code ADR-0042}; empty for the project itself. */
    public String ref() {
        return subject.substring(Math.min(project().length() + 1, subject.length()));
    }
}

package dev.docket.imports;

import dev.docket.document.content.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of imports: what waits, who works on what, and until when nobody else does. */
@ApplicationScoped
class Jobs {

    private static final String BEGIN = """
            INSERT INTO import (project_id, kind, template, dry_run, actor, status, total, created_at)
            VALUES (?, ?, ?, ?, ?, 'waiting', 0, now()) RETURNING id
            """;

    /**
     * One that nobody works on any more, else the oldest of a project of which none runs: two imports of a project never
     * run side by side. An older one may come after a newer one, for its upload took longer.
     */
    private static final String FREE = """
            SELECT i.id FROM import i
            WHERE i.status IN ('waiting', 'running') AND (i.until IS NULL OR i.until < clock_timestamp())
              AND NOT EXISTS (SELECT FROM import o WHERE o.project_id = i.project_id AND o.id <> i.id
                AND (o.status = 'running' OR (i.status = 'waiting' AND o.status = 'waiting' AND o.id < i.id)))
            ORDER BY i.id LIMIT 1 FOR UPDATE SKIP LOCKED
            """;

    private static final String CLAIM = """
            WITH free AS (
            """ + FREE + """
            ), claimed AS (
              UPDATE import i SET status = 'running', holder = ?, until = clock_timestamp() + ? * interval '1 second',
                attempts = attempts + 1, started_at = coalesce(started_at, clock_timestamp())
              FROM free WHERE i.id = free.id RETURNING i.*)
            SELECT c.id, c.project_id, p.key, p.archived, c.kind, c.template, c.dry_run, c.actor, c.plan, c.attempts
            FROM claimed c JOIN project p ON p.id = c.project_id
            """;
    private static final String RENEW = """
            UPDATE import SET until = clock_timestamp() + ? * interval '1 second'
            WHERE id = ? AND holder = ? AND status = 'running'
            """;
    private static final String RELEASE =
            "UPDATE import SET until = NULL, holder = NULL WHERE holder = ? AND status = 'running'";
    private static final String FINISH = """
            UPDATE import SET status = ?, detail = ?, finished_at = clock_timestamp(), holder = NULL, until = NULL, plan = NULL
            WHERE id = ? AND status = 'running'
            """;
    private static final String UNFINISHED =
            "SELECT count(*) FROM import WHERE project_id = ? AND status IN ('waiting', 'running')";

    private static final String UNIQUE_VIOLATION = "23505";

    private final Sql sql;

    Jobs(Sql sql) {
        this.sql = sql;
    }

    /** What is asked of an import. */
    record Wanted(@Nullable Kind kind, @Nullable String template, boolean dryRun) {}

    /** A new import without files; part of the caller's transaction, at whose end it is there for all. */
    long begin(long projectId, Wanted wanted, String actor) {
        return sql.first(
                        row -> row.getLong(1),
                        BEGIN,
                        projectId,
                        wanted.kind() == null ? null : wanted.kind().json(),
                        wanted.template(),
                        wanted.dryRun(),
                        actor)
                .orElseThrow();
    }

    int unfinished(long projectId) {
        return sql.first(row -> row.getInt(1), UNFINISHED, projectId).orElse(0);
    }

    /** An import that nobody works on, now the holder's for that long. */
    Optional<Job> claim(String holder, Duration lease) {
        try {
            return sql.first(Jobs::job, CLAIM, holder, lease.toSeconds());
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof SQLException cause && UNIQUE_VIOLATION.equals(cause.getSQLState())) {
                return Optional.empty(); // another replica was first with another import of the project
            }
            throw e;
        }
    }

    /** Whether the import is still the holder's; for that long again if so. */
    boolean renew(Job job, String holder, Duration lease) {
        return sql.update(RENEW, lease.toSeconds(), job.id(), holder) == 1;
    }

    /** Lets others go on with what the holder worked on. */
    void release(String holder) {
        sql.update(RELEASE, holder);
    }

    /** Keeps the plan; false where another one did so before, or the import was ended. */
    boolean plan(Job job, String plan) {
        return sql.update(
                        "UPDATE import SET plan = ? WHERE id = ? AND plan IS NULL AND status = 'running'",
                        plan,
                        job.id())
                == 1;
    }

    void done(Job job) {
        sql.update(FINISH, "done", null, job.id());
    }

    void failed(Job job, String detail) {
        sql.update(FINISH, "failed", detail, job.id());
    }

    private static Job job(ResultSet row) throws SQLException {
        String kind = row.getString(5);
        return new Job(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getBoolean(4),
                kind == null ? null : Kind.of(kind),
                row.getString(6),
                row.getBoolean(7),
                row.getString(8),
                row.getString(9),
                row.getInt(10));
    }
}

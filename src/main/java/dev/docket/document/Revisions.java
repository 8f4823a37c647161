package dev.docket.document;

import dev.docket.access.Callers;
import dev.docket.api.Cursor;
import dev.docket.api.Page;
import dev.docket.api.ProblemType;
import dev.docket.project.Projects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The revisions of a document, newest first. */
@ApplicationScoped
class Revisions {

    private static final String LIST = """
            SELECT r.number, r.at, r.actor, r.message, r.content_sha256, r.previous_sha256, r.sha256,
              x.actor AS redactor, x.at AS redacted_at, x.reason, x.sha256 AS redaction
            FROM project p JOIN document d ON d.project_id = p.id JOIN revision r ON r.document_id = d.id
            LEFT JOIN redaction x ON x.document_id = r.document_id AND x.number = r.number
            WHERE p.key = :project AND d.kind = :kind AND d.number = :number AND r.number < :below AND %s
            ORDER BY r.number DESC LIMIT :limit
            """.formatted(Projects.READABLE);

    private final Session database;
    private final Callers callers;

    Revisions(Session database, Callers callers) {
        this.database = database;
        this.callers = callers;
    }

    /** One page; 404 where there is no document that the caller may read. */
    @Transactional
    Page<RevisionView> list(Address address, @Nullable String cursor, @Nullable Integer asked) {
        Cursor.Scope scope = new Cursor.Scope("revisions " + address.subject());
        int below = Objects.requireNonNullElse(scope.number(cursor), Integer.MAX_VALUE);
        int limit = Page.limit(asked);
        List<RevisionView> found = database.createNativeQuery(LIST, Tuple.class)
                .setParameter("project", address.project())
                .setParameter("kind", address.kind().json())
                .setParameter("number", address.number())
                .setParameter("below", below)
                .setParameter("limit", limit + 1)
                .setParameter("callers", callers.current().names())
                .setParameter("all", callers.current().readsEverything())
                .getResultStream()
                .map(Revisions::view)
                .toList();
        if (found.isEmpty()) {
            throw ProblemType.NOT_FOUND.because("There is no " + address.subject() + ".");
        }
        return Page.of(found, limit, scope, revision -> Integer.toString(revision.revision()));
    }

    private static RevisionView view(Tuple row) {
        return new RevisionView(
                row.get(0, Integer.class),
                row.get(1, Instant.class),
                row.get(2, String.class),
                row.get(3, String.class),
                Objects.requireNonNull(hex(row.get(4, byte[].class))),
                hex(row.get(5, byte[].class)),
                Objects.requireNonNull(hex(row.get(6, byte[].class))),
                redaction(row));
    }

    private static @Nullable RedactionView redaction(Tuple row) {
        String sha256 = hex(row.get(10, byte[].class));
        return sha256 == null
                ? null
                : new RedactionView(
                        row.get(7, String.class), row.get(8, Instant.class), row.get(9, String.class), sha256);
    }

    private static @Nullable String hex(byte @Nullable [] hash) {
        return hash == null ? null : HexFormat.of().formatHex(hash);
    }
}

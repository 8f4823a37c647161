package dev.docket.document;

import dev.docket.access.Caller;
import dev.docket.access.Callers;
import dev.docket.api.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads documents without parsing them: one indexed SELECT, access check and all, whose bytes go to the wire. */
@ApplicationScoped
public class Reader {

    private static final String READ = """
            SELECT %s FROM project p
            JOIN document d ON d.project_id = p.id
            JOIN %s r ON r.document_id = d.id AND r.number = %s
            WHERE p.key = ? AND d.kind = ? AND d.number = ? AND (p.visibility = 'internal' OR ?
              OR EXISTS (SELECT 1 FROM member m WHERE m.project_id = p.id AND m.principal = ANY (?)))
            """;
    private static final String NEWEST = READ.formatted("r.content, r.number", "revision_content", "d.revision");
    private static final String REVISION = READ.formatted("r.content, r.number", "revision_content", "?");
    private static final String REDACTION = READ.formatted("r.at, r.actor, r.reason", "redaction", "?");

    private final DataSource database;
    private final Callers callers;

    Reader(DataSource database, Callers callers) {
        this.database = database;
        this.callers = callers;
    }

    /** The newest revision. */
    public Stored read(Address address) {
        return read(address, null);
    }

    /** A revision as it was; 404 where there is none that the caller may read, 410 where its content was removed. */
    public Stored read(Address address, @Nullable Integer revision) {
        return query(
                        revision == null ? NEWEST : REVISION,
                        address,
                        revision,
                        row -> new Stored(row.getBytes(1), row.getInt(2)))
                .orElseThrow(() -> missing(address, revision));
    }

    private RuntimeException missing(Address address, @Nullable Integer revision) {
        if (revision == null) {
            return ProblemType.NOT_FOUND.because("There is no " + address.subject() + ".");
        }
        return query(REDACTION, address, revision, row -> told(address, revision, row))
                .map(ProblemType.REDACTED::because)
                .orElseGet(() -> ProblemType.NOT_FOUND.because(
                        "There is no revision " + revision + " of " + address.subject() + "."));
    }

    private static String told(Address address, int revision, ResultSet row) throws SQLException {
        return "%s removed the content of revision %d of %s on %s: %s"
                .formatted(
                        row.getString(2),
                        revision,
                        address.subject(),
                        Objects.requireNonNull(row.getObject(1, OffsetDateTime.class))
                                .toInstant(),
                        row.getString(3));
    }

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> Optional<T> query(String sql, Address address, @Nullable Integer revision, Reading<T> reading) {
        Caller caller = callers.current();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            int next = 1;
            if (revision != null) {
                select.setInt(next++, revision);
            }
            select.setString(next++, address.project());
            select.setString(next++, address.kind().json());
            select.setInt(next++, address.number());
            select.setBoolean(next++, caller.readsEverything());
            select.setArray(next, connection.createArrayOf("text", caller.names()));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(reading.read(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the document cannot be read", e);
        }
    }

    /** The document, parsed, for resources that serve a part of it. */
    Document document(Address address, @Nullable Integer revision) {
        return Document.of(read(address, revision).bytes(), Past.NONE);
    }
}

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
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads documents without parsing them: one indexed SELECT, access check and all, whose bytes go to the wire. */
@ApplicationScoped
public class Reader {

    private static final String READ = """
            SELECT c.content, c.number FROM project p
            JOIN document d ON d.project_id = p.id
            JOIN revision_content c ON c.document_id = d.id AND c.number = %s
            WHERE p.key = ? AND d.kind = ? AND d.number = ? AND (p.visibility = 'internal' OR ?
              OR EXISTS (SELECT 1 FROM member m WHERE m.project_id = p.id AND m.principal = ANY (?)))
            """;
    private static final String NEWEST = READ.formatted("d.revision");
    private static final String REVISION = READ.formatted("?");
    private static final String AS_OF = READ.formatted(
            "(SELECT r.number FROM revision r WHERE r.document_id = d.id AND r.at <= ? ORDER BY r.number DESC LIMIT 1)");

    private final DataSource database;
    private final Callers callers;

    Reader(DataSource database, Callers callers) {
        this.database = database;
        this.callers = callers;
    }

    /** The newest revision. */
    public Stored read(Address address) {
        return find(NEWEST, null, address).orElseThrow(() -> missing("", address));
    }

    /** A revision as it was; 404 where there is none that the caller may read. */
    public Stored read(Address address, @Nullable Integer revision) {
        return revision == null
                ? read(address)
                : find(REVISION, revision, address)
                        .orElseThrow(() -> missing("revision " + revision + " of ", address));
    }

    /** The revision that was the newest at an instant; 404 where there was none yet, or the caller may not read it. */
    public Stored asOf(Address address, OffsetDateTime instant) {
        return find(AS_OF, instant, address).orElseThrow(() -> missing("state at that instant of ", address));
    }

    /** @param which what the statement asks of the revision, if anything */
    private Optional<Stored> find(String sql, @Nullable Object which, Address address) {
        Caller caller = callers.current();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            int next = 1;
            if (which != null) {
                select.setObject(next++, which);
            }
            select.setString(next++, address.project());
            select.setString(next++, address.kind().json());
            select.setInt(next++, address.number());
            select.setBoolean(next++, caller.readsEverything());
            select.setArray(next, connection.createArrayOf("text", caller.names()));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(new Stored(row.getBytes(1), row.getInt(2))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the document cannot be read", e);
        }
    }

    private static RuntimeException missing(String what, Address address) {
        return ProblemType.NOT_FOUND.because("There is no " + what + address.subject() + ".");
    }

    /** The document, parsed, for resources that serve a part of it. */
    Document document(Address address, @Nullable Integer revision) {
        return Document.of(read(address, revision).bytes(), Past.NONE);
    }
}

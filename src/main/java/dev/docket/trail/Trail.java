package dev.docket.trail;

import dev.docket.access.Act;
import dev.docket.access.Anonymised;
import dev.docket.access.Anonymity;
import dev.docket.api.ProblemType;
import dev.docket.api.Select;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Writes rows of the trail; nothing ever changes one. */
@ApplicationScoped
class Trail {

    private static final String INSERT = """
            INSERT INTO trail
              (at, action, principal, project, subject, remote_address, user_agent, trace_id, detail, times)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /** In rows: a statement over so many is far from its timeout. */
    private static final int PIECE = 5_000;

    private final DataSource database;
    private final Anonymity anonymity;
    private final CurrentVertxRequest request;
    private final Clock clock;

    Trail(DataSource database, Anonymity anonymity, CurrentVertxRequest request, Clock clock) {
        this.database = database;
        this.anonymity = anonymity;
        this.request = request;
        this.clock = clock;
    }

    /**
     * In the transaction of the act, so that there is no act without its row, and no row without its act. 401 where
     * whoever does it was anonymised since the request came in.
     */
    void keep(@Observes Act act) {
        if (act.principal() != null && anonymity.of(act.principal()).isPresent()) {
            throw ProblemType.UNAUTHENTICATED.because("The principal was anonymised.");
        }
        insert(List.of(new Entry(clock.instant(), act, origin(), 1)));
    }

    /** The principal is not in the trail any more, neither as who did something nor as whom it was done to. */
    void forget(@Observes Anonymised who) {
        while (piece(who) > 0) {
            // There may be more of it than one statement gets through.
        }
    }

    private int piece(Anonymised who) {
        return Select.of("SELECT anonymise_trail(?, ?, ?)", who.id(), who.former(), PIECE)
                .first(database, row -> row.getInt(1))
                .orElseThrow();
    }

    /** Adds refusals in the current transaction; those of principals that were anonymised meanwhile without their names. */
    void write(List<Entry> entries) {
        Map<String, String> anonymised =
                anonymity.of(entries.stream().flatMap(Entry::names).toList());
        insert(entries.stream().map(entry -> entry.without(anonymised)).toList());
    }

    private void insert(List<Entry> entries) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Entry entry : entries) {
                bind(insert, entry);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("the trail cannot be written", e);
        }
    }

    private Origin origin() {
        return Arc.container().requestContext().isActive() ? Origin.of(request.getCurrent()) : Origin.HERE;
    }

    private static void bind(PreparedStatement insert, Entry entry) throws SQLException {
        insert.setObject(1, entry.at().atOffset(ZoneOffset.UTC));
        insert.setString(2, entry.act().action().json());
        insert.setString(3, entry.act().principal());
        insert.setString(4, entry.act().project());
        insert.setString(5, entry.subject());
        insert.setString(6, entry.address());
        insert.setString(7, entry.userAgent());
        insert.setString(8, entry.origin().traceId());
        insert.setString(9, entry.detail());
        insert.setInt(10, entry.times());
    }
}

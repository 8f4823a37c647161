package dev.docket.statistics;

import dev.docket.api.Select;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Counts anew the months of projects in which something happened, on whichever replica has the row of the lease. Whoever
 * writes a document only notes that its month is due: nobody waits for a sum.
 */
@ApplicationScoped
class Months {

    /** So many notes are taken at once. */
    private static final int BATCH = 10_000;

    private static final String LEASE = "SELECT 1 FROM lease WHERE name = 'months' FOR UPDATE SKIP LOCKED";
    private static final String DUE_MONTHS = "SELECT DISTINCT month FROM month_due ORDER BY month";
    private static final String TAKE =
            "DELETE FROM month_due WHERE id IN (SELECT id FROM month_due WHERE month = ? ORDER BY id LIMIT " + BATCH
                    + ") RETURNING project_id";

    private static final String DUE = " (SELECT CAST(? AS date) AS month, unnest(?) AS project_id) AS due ";

    private static final String FORGET =
            "DELETE FROM %s m USING" + DUE + "WHERE m.project_id = due.project_id AND m.month = due.month";

    private static final String DOCUMENTS =
            """
            INSERT INTO month_of_documents (project_id, month, kind, %s, accepted_after, rejected_after)
            SELECT due.project_id, due.month, c.kind, %s, %s, %s FROM%s
            JOIN status_change c ON c.project_id = due.project_id
              AND c.at >= due.month AND c.at < due.month + interval '1 month'
            GROUP BY due.project_id, due.month, c.kind
            """.formatted(Counts.each("%1$s"), Counts.each("""
            count(*) FILTER (WHERE c.status_after = '%1$s') - count(*) FILTER (WHERE c.status_before = '%1$s')"""), taken("accepted"), taken("rejected"), DUE);

    private static final String VERDICTS = """
            INSERT INTO month_of_verdicts (project_id, month, role, seconds)
            SELECT due.project_id, due.month, coalesce(v.role, ''), array_agg(v.seconds) FROM%s
            JOIN verdict_given v ON v.project_id = due.project_id
              AND v.at >= due.month AND v.at < due.month + interval '1 month'
            GROUP BY due.project_id, due.month, coalesce(v.role, '')
            """.formatted(DUE);

    /** Of all projects; what is due is {@link #ALL} in each month. */
    private static final String ALL_DOCUMENTS = """
            INSERT INTO month_of_documents (project_id, month, kind, %s, accepted_after, rejected_after)
            SELECT due.project_id, due.month, m.kind, %s, %s, %s FROM%s
            JOIN month_of_documents m ON m.month = due.month AND m.project_id <> due.project_id
            GROUP BY due.project_id, due.month, m.kind
            """.formatted(
                    Counts.each("%1$s"),
                    Counts.each("sum(m.%1$s)"),
                    Seconds.JOINED.formatted("m.accepted_after"),
                    Seconds.JOINED.formatted("m.rejected_after"),
                    DUE);

    private static final String ALL_VERDICTS = """
            INSERT INTO month_of_verdicts (project_id, month, role, seconds)
            SELECT due.project_id, due.month, m.role, %s FROM%s
            JOIN month_of_verdicts m ON m.month = due.month AND m.project_id <> due.project_id
            GROUP BY due.project_id, due.month, m.role
            """.formatted(Seconds.JOINED.formatted("m.seconds"), DUE);

    /** Stands for all projects where the id of one does; no project has it. */
    static final long ALL = 0;

    private final DataSource database;

    Months(DataSource database) {
        this.database = database;
    }

    private static String taken(String status) {
        return "coalesce(array_agg(c.seconds) FILTER (WHERE c.status_after = '%s' AND c.seconds IS NOT NULL), '{}')"
                .formatted(status);
    }

    /** The months of which something is due. */
    List<LocalDate> due() {
        return Select.of(DUE_MONTHS).list(database, row -> row.getObject(1, LocalDate.class));
    }

    /** Counts what is due of a month, in a transaction of its own; true where that may not be all. */
    @Transactional
    boolean count(LocalDate month) {
        try (Connection connection = database.getConnection()) {
            if (!leased(connection)) {
                return false;
            }
            List<Long> taken = take(connection, month);
            if (!taken.isEmpty()) {
                count(connection, month, Set.copyOf(taken), DOCUMENTS, VERDICTS);
                count(connection, month, Set.of(ALL), ALL_DOCUMENTS, ALL_VERDICTS);
            }
            return taken.size() == BATCH;
        } catch (SQLException e) {
            throw new IllegalStateException("the months cannot be counted: " + e.getMessage(), e);
        }
    }

    private static void count(
            Connection connection, LocalDate month, Set<Long> projects, String documents, String verdicts)
            throws SQLException {
        for (String statement : List.of(
                FORGET.formatted("month_of_documents"), FORGET.formatted("month_of_verdicts"), documents, verdicts)) {
            try (PreparedStatement prepared = connection.prepareStatement(statement)) {
                prepared.setObject(1, month);
                prepared.setArray(2, connection.createArrayOf("bigint", projects.toArray()));
                prepared.executeUpdate();
            }
        }
    }

    private static boolean leased(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LEASE);
                ResultSet row = select.executeQuery()) {
            return row.next();
        }
    }

    private static List<Long> take(Connection connection, LocalDate month) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(TAKE)) {
            delete.setObject(1, month);
            try (ResultSet row = delete.executeQuery()) {
                List<Long> projects = new ArrayList<>();
                while (row.next()) {
                    projects.add(row.getLong(1));
                }
                return projects;
            }
        }
    }
}

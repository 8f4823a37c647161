package dev.docket.document;

import dev.docket.document.content.Approval;
import dev.docket.document.content.Status;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The moments that statistics are made of: a row for each change of status and each verdict, which stays as it is. */
final class Moments {

    private static final String COUNT_ANEW =
            "INSERT INTO month_due (project_id, month) SELECT project_id, date_trunc('month', at)::date FROM moment";

    private static final String STATUS = """
            WITH moment AS (
              INSERT INTO status_change (document_id, at, kind, status_before, status_after, seconds, project_id)
              SELECT d.id, ?, ?, ?, ?, ?, d.project_id FROM document d WHERE d.id = ? RETURNING project_id, at)
            """ + COUNT_ANEW;

    private static final String VERDICT = """
            WITH moment AS (
              INSERT INTO verdict_given (document_id, approval_id, at, role, seconds, project_id)
              SELECT d.id, ?, ?, ?, ?, d.project_id FROM document d WHERE d.id = ? RETURNING project_id, at)
            """ + COUNT_ANEW;

    private Moments() {}

    static void write(Connection connection, long id, @Nullable Document before, Document after) throws SQLException {
        if (before == null || before.status() != after.status()) {
            status(connection, id, before == null ? null : before.status(), after);
        }
        verdicts(connection, id, before, after);
    }

    private static void status(Connection connection, long id, @Nullable Status before, Document after)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(STATUS)) {
            insert.setObject(1, after.envelope().updatedAt().atOffset(ZoneOffset.UTC));
            insert.setString(2, after.envelope().kind().json());
            insert.setString(3, before == null ? null : before.json());
            insert.setString(4, after.status().json());
            insert.setObject(5, leadTime(after), java.sql.Types.INTEGER);
            insert.setLong(6, id);
            insert.executeUpdate();
        }
    }

    /** Null where the document was not decided, or elsewhere: what an import tells is not of this time. */
    private static @Nullable Integer leadTime(Document after) {
        boolean decided = after.status() == Status.ACCEPTED || after.status() == Status.REJECTED;
        return !decided || after.isTakenOver()
                ? null
                : seconds(after.sinceProposed(), after.envelope().updatedAt());
    }

    private static void verdicts(Connection connection, long id, @Nullable Document before, Document after)
            throws SQLException {
        Map<String, Approval> known = new HashMap<>();
        if (before != null) {
            before.approvals().forEach(approval -> known.put(Objects.requireNonNull(approval.id()), approval));
        }
        for (Approval approval : after.approvals()) {
            Approval old = known.get(Objects.requireNonNull(approval.id()));
            Instant decided = approval.decidedAt();
            if (decided != null
                    && !Boolean.TRUE.equals(approval.imported())
                    && (old == null || !decided.equals(old.decidedAt()))) {
                verdict(connection, id, approval, decided);
            }
        }
    }

    private static void verdict(Connection connection, long id, Approval approval, Instant decided)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(VERDICT)) {
            insert.setString(1, approval.id());
            insert.setObject(2, decided.atOffset(ZoneOffset.UTC));
            insert.setString(3, approval.role());
            insert.setInt(4, seconds(Objects.requireNonNull(approval.requestedAt()), decided));
            insert.setLong(5, id);
            insert.executeUpdate();
        }
    }

    private static int seconds(Instant from, Instant to) {
        return (int) Math.max(
                0, Math.min(Integer.MAX_VALUE, Duration.between(from, to).toSeconds()));
    }
}

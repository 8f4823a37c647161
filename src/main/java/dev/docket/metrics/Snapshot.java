package dev.docket.metrics;

import dev.docket.api.Leases;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The gauges as the leased replica computed them last: rows that every replica reads. */
@ApplicationScoped
class Snapshot {

    /** Labels are pairs of name and value, parted by commas: names of projects, kinds and statuses have none. */
    private static final String COMPUTE = """
            WITH named AS (
              SELECT id, CASE WHEN row_number() OVER (ORDER BY id) <= 200 THEN key ELSE 'other' END AS name FROM project),
            counted AS (
              SELECT named.name AS project, kind, status, count(*) AS documents,
                count(*) FILTER (WHERE status = 'proposed' AND updated_at < ?) AS stale,
                count(*) FILTER (WHERE status IN ('accepted', 'implemented') AND review_on < ?) AS overdue
              FROM document JOIN named ON named.id = document.project_id GROUP BY 1, 2, 3),
            aged AS (
              SELECT named.name AS project, percentile_disc(ARRAY[0.5, 0.9, 1]) WITHIN GROUP (ORDER BY ? - status_date) AS days
              FROM document JOIN named ON named.id = document.project_id WHERE status = 'proposed' GROUP BY 1),
            waiting AS (
              SELECT named.name AS project, count(a.document_id) AS waiting, count(*) FILTER (WHERE a.due_on < ?) AS overdue
              FROM document d JOIN named ON named.id = d.project_id
              LEFT JOIN document_approval a ON a.document_id = d.id AND a.state IN ('pending', 'stale')
              WHERE d.status = 'proposed' GROUP BY 1)
            INSERT INTO gauge (name, labels, value, computed_at)
            SELECT name, labels, value, ? FROM (
              SELECT 'docket.documents' AS name, 'project,' || project || ',kind,' || kind || ',status,' || status AS labels,
                documents AS value FROM counted
              UNION ALL
              SELECT 'docket.work.in.progress', 'project,' || project || ',kind,' || kind,
                sum(documents) FILTER (WHERE status IN ('draft', 'proposed')) FROM counted GROUP BY project, kind
              UNION ALL
              SELECT 'docket.stale.proposals', 'project,' || project, sum(stale) FROM counted GROUP BY project
              UNION ALL
              SELECT 'docket.overdue.reviews', 'project,' || project, sum(overdue) FROM counted GROUP BY project
              UNION ALL
              SELECT 'docket.proposal.age.seconds', 'project,' || project || ',quantile,' || quantile, 86400.0 * greatest(each.days, 0)
              FROM aged CROSS JOIN LATERAL unnest(days, ARRAY['0.5', '0.9', '1']) AS each (days, quantile)
              UNION ALL
              SELECT 'docket.approvals.waiting', 'project,' || project, waiting FROM waiting
              UNION ALL
              SELECT 'docket.approvals.overdue', 'project,' || project, overdue FROM waiting
              UNION ALL
              SELECT 'docket.outbox.pending', '', count(*) FROM outbox
              UNION ALL
              SELECT 'docket.feed.lag.seconds', '', greatest(0, extract(epoch FROM ?::timestamptz - min(at))) FROM outbox
              UNION ALL
              SELECT 'docket.feed.position', '', position FROM feed_head
              UNION ALL
              SELECT 'docket.webhook.pending', '', count(*) FROM webhook_delivery WHERE next_attempt_at IS NOT NULL
              UNION ALL
              SELECT 'docket.webhook.dead', '', count(*) FROM webhook_delivery WHERE state = 'dead'
              UNION ALL
              SELECT 'docket.webhook.lag.seconds', '', COALESCE(extract(epoch FROM ?::timestamptz - min(due_at)), 0)
                FROM webhook_lane WHERE due_at < ?) AS computed
            WHERE value IS NOT NULL
            """;

    private final DataSource database;
    private final Leases leases;
    private final Clock clock;

    Snapshot(DataSource database, Leases leases, Clock clock) {
        this.database = database;
        this.leases = leases;
        this.clock = clock;
    }

    /** @param labels names and values in turn */
    record Value(String name, List<String> labels, double value, Instant computedAt) {}

    /** Computes all gauges anew, unless another replica holds the lease. */
    @Transactional
    void computeIfLeased(Duration lease) {
        if (!leases.hold("gauges", lease)) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            compute(connection, clock.instant().atOffset(ZoneOffset.UTC));
        } catch (SQLException e) {
            throw new IllegalStateException("the gauges cannot be computed: " + e.getMessage(), e);
        }
    }

    private static void compute(Connection connection, OffsetDateTime now) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM gauge");
                PreparedStatement insert = connection.prepareStatement(COMPUTE)) {
            delete.executeUpdate();
            insert.setObject(1, now.minusDays(14));
            for (int date = 2; date <= 4; date++) {
                insert.setObject(date, now.toLocalDate());
            }
            for (int instant = 5; instant <= 8; instant++) {
                insert.setObject(instant, now);
            }
            insert.executeUpdate();
        }
    }

    /** What was computed last, here or elsewhere. */
    List<Value> read() {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT name, labels, value, computed_at FROM gauge");
                ResultSet row = select.executeQuery()) {
            List<Value> values = new ArrayList<>();
            while (row.next()) {
                String labels = row.getString(2);
                values.add(new Value(
                        row.getString(1),
                        labels.isEmpty() ? List.of() : List.of(labels.split(",", -1)),
                        row.getDouble(3),
                        row.getObject(4, OffsetDateTime.class).toInstant()));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException("the gauges cannot be read: " + e.getMessage(), e);
        }
    }
}

package dev.docket.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Eventually;
import dev.docket.RolledBack;
import dev.docket.Together;
import dev.docket.document.Desk;
import dev.docket.document.content.Kind;
import dev.docket.postgres.TestPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The order of events: dense, in order per document, nothing skipped, whatever happens around the sequencer. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class FeedTest {

    @Inject
    DataSource database;

    @Inject
    Outbox outbox;

    @Inject
    Batches batches;

    private record Entry(long position, String type, long document, int revision, String subject) {}

    @Test
    void positionsAreDenseAndInOrderPerDocumentUnderSixteenWriters() throws Exception {
        Eventually.holds(() -> assertThat(pending()).isZero());
        long start = head();
        AtomicBoolean done = new AtomicBoolean();
        List<Desk> desks = List.of(Desk.ofNewProject(), Desk.ofNewProject());
        CompletableFuture<Void> dying = CompletableFuture.runAsync(() -> dieInTheMiddle(done));
        List<Integer> revisions =
                Together.run(16, 16, i -> i % 4 == 3 ? slow(desks.get(i % 2), i) : write(desks.get(i % 2), i));
        done.set(true);
        dying.get();
        Eventually.holds(() -> assertThat(pending()).isZero());
        List<Entry> entries = entries(start);
        for (int i = 0; i < entries.size(); i++) {
            assertThat(entries.get(i).position()).as("dense").isEqualTo(start + 1 + i);
        }
        Map<Long, Integer> last = new HashMap<>();
        for (Entry entry : entries) {
            if (entry.document() != 0) {
                assertThat(entry.revision())
                        .as("in order: %s", entry)
                        .isGreaterThanOrEqualTo(last.getOrDefault(entry.document(), 0));
                last.put(entry.document(), entry.revision());
            }
        }
        assertThat(entries)
                .filteredOn(entry -> entry.type().equals("dev.docket.test.slow.v1"))
                .hasSize(4);
        assertThat(revisions.stream().mapToInt(Integer::intValue).sum()).isEqualTo((int) entries.stream()
                .filter(entry -> entry.document() != 0)
                .map(entry -> entry.document() + "/" + entry.revision())
                .distinct()
                .count());
        chainHolds();
    }

    /** A proposal that supersedes an accepted one, and edits of it: 7 revisions over two documents. */
    private static int write(Desk desk, int nth) {
        int old = desk.created(Kind.ADR, complete("Old " + nth, List.of()));
        assertThat(desk.moved(Kind.ADR, old, "accepted")).isEqualTo(200);
        String ref = "ADR-%04d".formatted(old);
        int next = desk.created(Kind.ADR, complete("New " + nth, List.of(Map.of("rel", "supersedes", "target", ref))));
        for (int edit = 0; edit < 3; edit++) {
            assertThat(desk.retitled(Kind.ADR, next, "New " + nth + " edit " + edit))
                    .isEqualTo(200);
        }
        assertThat(desk.moved(Kind.ADR, next, "accepted")).isEqualTo(200);
        return 8;
    }

    /** Takes its place in the outbox early and commits late. */
    private int slow(Desk desk, int nth) {
        QuarkusTransaction.requiringNew().run(() -> {
            outbox.add(List.of(new Event(
                    "dev.docket.test.slow.v1",
                    Instant.now(),
                    desk.principal(),
                    1,
                    "slow/" + nth,
                    null,
                    null,
                    null,
                    Map.of())));
            sleepInDatabase(0.4);
        });
        return 0;
    }

    private void dieInTheMiddle(AtomicBoolean done) {
        while (!done.get()) {
            RolledBack.run(() -> {
                batches.move();
                sleepInDatabase(0.05);
            });
        }
    }

    private void chainHolds() throws SQLException {
        Map<Long, byte[]> heads = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        SELECT c.project_id, c.position, c.previous_sha256, c.sha256, c.revision_sha256, r.sha256 FROM chain c
                        JOIN revision r ON r.document_id = c.document_id AND r.number = c.revision
                        ORDER BY c.project_id, c.position""");
                ResultSet row = select.executeQuery()) {
            int links = 0;
            while (row.next()) {
                byte[] previous = heads.get(row.getLong(1));
                assertThat(Arrays.equals(row.getBytes(3), previous)).isTrue();
                assertThat(row.getBytes(4))
                        .isEqualTo(new ChainEntry(row.getLong(2), row.getBytes(5), previous).sha256());
                heads.put(row.getLong(1), row.getBytes(4));
                // The others are of redactions.
                links += Arrays.equals(row.getBytes(5), row.getBytes(6)) ? 1 : 0;
            }
            assertThat(links).isEqualTo(number("SELECT count(*) FROM revision"));
        }
    }

    private List<Entry> entries(long after) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT position, type, document_id, revision, subject FROM feed WHERE position > ? ORDER BY position")) {
            select.setLong(1, after);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    entries.add(new Entry(
                            row.getLong(1), row.getString(2), row.getLong(3), row.getInt(4), row.getString(5)));
                }
            }
        }
        return entries;
    }

    private long head() throws SQLException {
        return number("SELECT position FROM feed_head");
    }

    private long pending() throws SQLException {
        return number("SELECT count(*) FROM outbox");
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private void sleepInDatabase(double seconds) {
        try (Connection connection = database.getConnection();
                PreparedStatement sleep = connection.prepareStatement("SELECT pg_sleep(?)")) {
            sleep.setDouble(1, seconds);
            sleep.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> complete(String title, List<?> links) {
        return Map.of(
                "title",
                title,
                "context",
                Map.of("problem", "Something hurts."),
                "decision",
                Map.of("rationale", "It helps."),
                "links",
                links);
    }
}

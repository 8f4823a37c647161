package dev.docket.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Moves committed events from the outbox into the feed, at dense positions, and their revisions into the chains. */
@ApplicationScoped
class Batches {

    static final int SIZE = 500;
    private static final long PARTITION = 1_000_000;

    private static final String LEASE = "SELECT position FROM feed_head FOR UPDATE SKIP LOCKED";
    private static final String TAKE = """
            DELETE FROM outbox WHERE id IN (SELECT id FROM outbox ORDER BY id LIMIT ?)
            RETURNING id, event_id, type, at, actor, project_id, subject, document_id, revision, revision_sha256, data
            """;
    private static final String FEED = """
            INSERT INTO feed
              (position, event_id, type, at, actor, project_id, subject, document_id, revision, data)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String CHAIN = """
            INSERT INTO chain
              (project_id, position, document_id, revision, revision_sha256, previous_sha256, sha256)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String HEADS = """
            SELECT project.id, head.sha256 FROM unnest(?) AS project(id) CROSS JOIN LATERAL
              (SELECT sha256 FROM chain WHERE project_id = project.id ORDER BY position DESC LIMIT 1) AS head
            """;
    private static final String ADVANCE = """
            WITH moved AS (UPDATE feed_head SET position = ? RETURNING position)
            SELECT pg_notify(?, position::text) FROM moved
            """;

    private final DataSource database;

    Batches(DataSource database) {
        this.database = database;
    }

    private record Taken(
            long id,
            UUID eventId,
            String type,
            Object at,
            String actor,
            long projectId,
            String subject,
            @Nullable Object documentId,
            @Nullable Object revision,
            byte @Nullable [] revisionSha256,
            String data) {}

    /** Moves at most {@value #SIZE} events in the current transaction; answers how many. */
    int move() {
        try (Connection connection = database.getConnection()) {
            Long head = lease(connection);
            if (head == null) {
                return 0;
            }
            List<Taken> taken = take(connection);
            if (!taken.isEmpty()) {
                makeRoom(connection, head, taken.size());
                feed(connection, head + 1, taken);
                chain(connection, head + 1, taken);
                advance(connection, head + taken.size());
            }
            return taken.size();
        } catch (SQLException e) {
            throw new IllegalStateException("the batch cannot be moved: " + e.getMessage(), e);
        }
    }

    private static @Nullable Long lease(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LEASE);
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : null;
        }
    }

    private static List<Taken> take(Connection connection) throws SQLException {
        List<Taken> taken = new ArrayList<>();
        try (PreparedStatement delete = connection.prepareStatement(TAKE)) {
            delete.setInt(1, SIZE);
            try (ResultSet row = delete.executeQuery()) {
                while (row.next()) {
                    taken.add(new Taken(
                            row.getLong(1),
                            row.getObject(2, UUID.class),
                            row.getString(3),
                            row.getObject(4, java.time.OffsetDateTime.class),
                            row.getString(5),
                            row.getLong(6),
                            row.getString(7),
                            row.getObject(8),
                            row.getObject(9),
                            row.getBytes(10),
                            row.getString(11)));
                }
            }
        }
        // Ids of one document rise with its revisions: they were taken under its lock.
        taken.sort(Comparator.comparingLong(Taken::id));
        return taken;
    }

    /** Partitions are made a whole one ahead, so that this seldom does anything. */
    private static void makeRoom(Connection connection, long head, int size) throws SQLException {
        if (head == 0 || head / PARTITION != (head + size) / PARTITION) {
            try (PreparedStatement call = connection.prepareStatement("SELECT make_feed_partition(?)")) {
                call.setLong(1, head + size + PARTITION);
                call.execute();
            }
        }
    }

    private static void feed(Connection connection, long first, List<Taken> taken) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(FEED)) {
            for (int i = 0; i < taken.size(); i++) {
                Taken event = taken.get(i);
                insert.setLong(1, first + i);
                insert.setObject(2, event.eventId());
                insert.setString(3, event.type());
                insert.setObject(4, event.at());
                insert.setString(5, event.actor());
                insert.setLong(6, event.projectId());
                insert.setString(7, event.subject());
                insert.setObject(8, event.documentId(), java.sql.Types.BIGINT);
                insert.setObject(9, event.revision(), java.sql.Types.INTEGER);
                insert.setString(10, event.data());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void chain(Connection connection, long first, List<Taken> taken) throws SQLException {
        Map<Long, byte[]> heads = heads(connection, taken);
        try (PreparedStatement insert = connection.prepareStatement(CHAIN)) {
            for (int i = 0; i < taken.size(); i++) {
                Taken event = taken.get(i);
                byte[] revision = event.revisionSha256();
                if (revision == null) {
                    continue;
                }
                byte[] previous = heads.get(event.projectId());
                byte[] sha256 = new ChainEntry(first + i, revision, previous).sha256();
                heads.put(event.projectId(), sha256);
                insert.setLong(1, event.projectId());
                insert.setLong(2, first + i);
                insert.setObject(3, event.documentId());
                insert.setObject(4, event.revision());
                insert.setBytes(5, revision);
                insert.setBytes(6, previous);
                insert.setBytes(7, sha256);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static Map<Long, byte[]> heads(Connection connection, List<Taken> taken) throws SQLException {
        Array projects = connection.createArrayOf(
                "bigint", taken.stream().map(Taken::projectId).distinct().toArray());
        Map<Long, byte[]> heads = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(HEADS)) {
            select.setArray(1, projects);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    heads.put(row.getLong(1), row.getBytes(2));
                }
            }
        }
        return heads;
    }

    /** Moves the head, of which listeners hear at the commit. */
    private static void advance(Connection connection, long head) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(ADVANCE)) {
            update.setLong(1, head);
            update.setString(2, Lookout.CHANNEL);
            update.execute();
        }
    }
}

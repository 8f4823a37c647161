package dev.docket.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The table of checkpoints, and the heads that the next one is made of. */
@ApplicationScoped
class CheckpointTable {

    /** In bytes: so much makes a piece, unless one checkpoint alone has more. */
    private static final int PIECE = 8 << 20;

    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('docket checkpoint', 0))";

    /** One snapshot, so that no head is newer than the position. */
    private static final String HEADS = """
            SELECT feed_head.position, p.key, head.position, head.sha256 FROM feed_head
            LEFT JOIN (project p CROSS JOIN LATERAL (SELECT position, sha256 FROM chain WHERE project_id = p.id
              ORDER BY position DESC LIMIT 1) AS head) ON true
            ORDER BY p.key COLLATE "C"
            """;

    private static final String ADD = """
            INSERT INTO checkpoint (number, at, position, heads, sha256, public_key, content, signature)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String NEWEST =
            "SELECT number, at, position, sha256 FROM checkpoint ORDER BY number DESC LIMIT 1";
    private static final String BELOW = """
            SELECT number, at, position, heads, sha256, public_key FROM checkpoint
            WHERE number < ? ORDER BY number DESC LIMIT ?
            """;
    private static final String AFTER = """
            SELECT * FROM (
              SELECT number, at, position, heads, sha256, public_key, content, signature,
                sum(octet_length(content)) OVER (ORDER BY number ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
                  AS earlier
              FROM (SELECT * FROM checkpoint WHERE number > ? AND number <= ? ORDER BY number LIMIT 500) AS next)
              AS sized
            WHERE earlier IS NULL OR earlier < %d ORDER BY number
            """.formatted(PIECE);

    private final DataSource database;

    CheckpointTable(DataSource database) {
        this.database = database;
    }

    /** The newest checkpoint, as far as the next one needs it. */
    record Newest(long number, Instant at, long position, String sha256) {}

    /** The heads of all chains, and how far the feed is. */
    record Heads(long position, List<Checkpoint.Head> heads) {}

    /** A checkpoint as it is kept. */
    record Row(CheckpointSummary summary, byte[] content, byte[] signature) {}

    /** Until the end of the transaction: whoever makes one waits for whoever does. */
    void lock() {
        query(LOCK, select -> {}, row -> true);
    }

    @Nullable
    Newest newest() {
        return query(
                        NEWEST,
                        select -> {},
                        row -> new Newest(row.getLong(1), instant(row), row.getLong(3), hex(row.getBytes(4))))
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** How far the feed is. */
    long feedPosition() {
        return query("SELECT position FROM feed_head", select -> {}, row -> row.getLong(1))
                .get(0);
    }

    Heads heads() {
        List<Checkpoint.Head> heads = new ArrayList<>();
        long position = query(HEADS, select -> {}, row -> {
                    if (row.getString(2) != null) {
                        heads.add(new Checkpoint.Head(row.getString(2), row.getLong(3), hex(row.getBytes(4))));
                    }
                    return row.getLong(1);
                })
                .get(0);
        return new Heads(position, heads);
    }

    void add(Checkpoint checkpoint, byte[] content, byte[] sha256, byte[] signature) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setLong(1, checkpoint.number());
            insert.setObject(2, checkpoint.at().atOffset(ZoneOffset.UTC));
            insert.setLong(3, checkpoint.position());
            insert.setInt(4, checkpoint.heads().size());
            insert.setBytes(5, sha256);
            insert.setString(6, checkpoint.publicKey());
            insert.setBytes(7, content);
            insert.setBytes(8, signature);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the checkpoint cannot be written", e);
        }
    }

    /** Those with smaller numbers, newest first. */
    List<CheckpointSummary> below(long number, int limit) {
        return query(
                BELOW,
                select -> {
                    select.setLong(1, number);
                    select.setInt(2, limit);
                },
                CheckpointTable::summary);
    }

    Optional<Checkpoint> find(long number) {
        return after(number - 1, number).stream()
                .map(row -> Checkpoint.of(row.content(), row.signature()))
                .findFirst();
    }

    /** The next ones after that number, up to the last: a bounded piece; empty where there are none. */
    List<Row> after(long number, long last) {
        return query(
                AFTER,
                select -> {
                    select.setLong(1, number);
                    select.setLong(2, last);
                },
                row -> new Row(summary(row), row.getBytes("content"), row.getBytes("signature")));
    }

    private static CheckpointSummary summary(ResultSet row) throws SQLException {
        return new CheckpointSummary(
                row.getLong("number"),
                instant(row),
                row.getLong("position"),
                row.getInt("heads"),
                hex(row.getBytes("sha256")),
                row.getString("public_key"));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return Objects.requireNonNull(row.getObject("at", OffsetDateTime.class)).toInstant();
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Binding binding, Reading<T> reading) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            binding.bind(select);
            try (ResultSet row = select.executeQuery()) {
                List<T> read = new ArrayList<>();
                while (row.next()) {
                    read.add(reading.read(row));
                }
                return read;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the checkpoints cannot be read", e);
        }
    }
}

package dev.docket.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Consumer;

/** Writes the files of an upload as they come, a few at a time. */
final class Arrivals implements Consumer<Upload.File>, AutoCloseable {

    private static final String INSERT = """
            INSERT INTO import_file (import_id, ordinal, path, sha256, content, done, outcome, detail)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final int BATCH = 100;
    private static final int BATCH_BYTES = 4 << 20;

    private final PreparedStatement insert;
    private final long id;
    private int count;
    private int waiting;
    private long bytes;

    Arrivals(Connection connection, long id) throws SQLException {
        this.insert = connection.prepareStatement(INSERT);
        this.id = id;
    }

    @Override
    public void accept(Upload.File file) {
        try {
            boolean skipped = file.skipped() != null;
            insert.setLong(1, id);
            insert.setInt(2, count++);
            insert.setString(3, file.path());
            insert.setString(4, file.sha256());
            insert.setBytes(5, skipped ? null : file.content());
            insert.setBoolean(6, skipped);
            insert.setString(7, skipped ? Outcome.SKIPPED.json() : null);
            insert.setString(8, file.skipped());
            insert.addBatch();
            waiting++;
            bytes += file.content().length;
            if (waiting == BATCH || bytes > BATCH_BYTES) {
                flush();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a file cannot be kept", e);
        }
    }

    /** Writes what waits; answers how many files there were. */
    int flush() throws SQLException {
        insert.executeBatch();
        waiting = 0;
        bytes = 0;
        return count;
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }
}

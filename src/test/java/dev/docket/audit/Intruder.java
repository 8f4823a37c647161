package dev.docket.audit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who owns the schema, which is as good as a superuser to its rows, and has turned its triggers off. Rewrites
 * what of one project is in the log, and puts all back.
 */
final class Intruder implements AutoCloseable {

    private static final List<String> GUARDED =
            List.of("revision", "revision_content", "chain", "checkpoint", "redaction");

    private final Connection connection = owner();
    private final long project;

    Intruder(String key) throws SQLException {
        project = number("SELECT id FROM project WHERE key = '" + key + "'");
        for (String table : GUARDED) {
            execute("ALTER TABLE " + table + " DISABLE TRIGGER USER");
        }
        execute("CREATE TEMP TABLE kept_document AS SELECT * FROM document WHERE project_id = " + project);
        execute("CREATE TEMP TABLE kept_project AS SELECT * FROM project WHERE id = " + project);
        execute("CREATE TEMP TABLE kept_chain AS SELECT * FROM chain WHERE project_id = " + project);
        for (String table : List.of("revision", "revision_content", "redaction")) {
            execute(
                    "CREATE TEMP TABLE kept_%1$s AS SELECT * FROM %1$s WHERE document_id IN (SELECT id FROM kept_document)"
                            .formatted(table));
        }
    }

    /** Signs in as the owner of the schema. */
    static Connection owner() throws SQLException {
        Config config = ConfigProvider.getConfig();
        String user = config.getOptionalValue("docket.owner.username", String.class)
                .orElseGet(() -> config.getValue("quarkus.datasource.username", String.class));
        String password = config.getOptionalValue("docket.owner.password", String.class)
                .orElseGet(() -> config.getValue("quarkus.datasource.password", String.class));
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class), user, password);
    }

    /** The id of the project. */
    long project() {
        return project;
    }

    /** Runs a statement that changes something. */
    void change(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            if (statement.executeUpdate() == 0) {
                throw new AssertionError("nothing was changed by " + sql);
            }
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** What a row of the chain is about. */
    record Link(
            long position,
            long document,
            int revision,
            String subject,
            byte[] about,
            byte @Nullable [] previous,
            byte[] sha256) {}

    /** The chain of the project, oldest entry first. */
    List<Link> chain() throws SQLException {
        List<Link> links = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT c.position, c.document_id, c.revision,
                          p.key || '/' || upper(d.kind) || '-' || lpad(d.number::text, 4, '0'),
                          c.revision_sha256, c.previous_sha256, c.sha256
                        FROM chain c JOIN document d ON d.id = c.document_id JOIN project p ON p.id = d.project_id
                        WHERE c.project_id = %d ORDER BY c.position""".formatted(project))) {
            while (row.next()) {
                links.add(new Link(
                        row.getLong(1),
                        row.getLong(2),
                        row.getInt(3),
                        row.getString(4),
                        row.getBytes(5),
                        row.getBytes(6),
                        row.getBytes(7)));
            }
        }
        return links;
    }

    /** A revision as it is written down. */
    record Written(Instant at, String actor, @Nullable String message, byte[] content) {}

    Written written(Link link) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT at, actor, message, content FROM revision JOIN revision_content USING (document_id, number)"
                        + " WHERE document_id = ? AND number = ?")) {
            select.setLong(1, link.document());
            select.setInt(2, link.revision());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Written(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        row.getString(2),
                        row.getString(3),
                        row.getBytes(4));
            }
        }
    }

    /** Undoes everything. */
    void restore() throws SQLException {
        connection.setAutoCommit(false);
        execute("UPDATE project p SET key = k.key FROM kept_project k WHERE k.id = p.id");
        execute("""
                UPDATE document d SET project_id = k.project_id, kind = k.kind, number = k.number, revision = k.revision
                FROM kept_document k WHERE k.id = d.id""");
        execute("DELETE FROM chain WHERE project_id = " + project
                + " OR document_id IN (SELECT id FROM kept_document)");
        execute("INSERT INTO chain SELECT * FROM kept_chain");
        for (String table : List.of("redaction", "revision_content", "revision")) {
            execute("""
                    DELETE FROM %s WHERE document_id IN (SELECT id FROM kept_document) OR number > 1000""".formatted(table));
        }
        for (String table : List.of("revision", "revision_content", "redaction")) {
            execute("INSERT INTO %1$s SELECT * FROM kept_%1$s".formatted(table));
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            for (String table : GUARDED) {
                execute("ALTER TABLE " + table + " ENABLE TRIGGER USER");
            }
        }
    }
}

package dev.docket.document;

import dev.docket.api.Kebab;
import dev.docket.document.content.Status;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Makes the index tables anew from the revisions: one document a transaction, so that the service can go on working. */
@ApplicationScoped
class Rebuild {

    private static final List<String> TABLES = List.of(
            "document_link",
            "document_risk",
            "document_approval",
            "document_state",
            "document_state_tag",
            "status_change",
            "verdict_given",
            "document_label",
            "document_search");
    private static final int BATCH = 1_000;

    private static final String REVISIONS = """
            SELECT r.number, r.at, r.actor, c.content, x.status, x.judged FROM revision r
            LEFT JOIN revision_content c USING (document_id, number)
            LEFT JOIN redaction x USING (document_id, number)
            WHERE r.document_id = ? AND (c.content IS NOT NULL OR x.status IS NOT NULL) ORDER BY r.number
            """;

    private final DataSource database;
    private final dev.docket.document.Log log;
    private final Index index;
    private final boolean atStart;

    Rebuild(
            DataSource database,
            dev.docket.document.Log log,
            Index index,
            @ConfigProperty(name = "docket.rebuild-index", defaultValue = "false") boolean atStart) {
        this.database = database;
        this.log = log;
        this.index = index;
        this.atStart = atStart;
    }

    void start(@Observes StartupEvent event) {
        if (atStart || isWanted()) {
            Log.info("the index tables are being rebuilt");
            Log.infof("the index tables of %d documents were rebuilt", all());
            done();
        }
    }

    private boolean isWanted() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT wanted FROM rebuild");
                ResultSet row = select.executeQuery()) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException("it cannot be read whether the index has to be rebuilt", e);
        }
    }

    private void done() {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement("UPDATE rebuild SET wanted = false")) {
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("it cannot be written that the index was rebuilt", e);
        }
    }

    /** Rebuilds the index of every document; answers how many there are. */
    int all() {
        int rebuilt = 0;
        long after = 0;
        for (List<Long> ids = ids(after); !ids.isEmpty(); ids = ids(after)) {
            for (long id : ids) {
                QuarkusTransaction.requiringNew().run(() -> one(id));
                after = id;
                rebuilt++;
            }
        }
        return rebuilt;
    }

    /** Rebuilds the index of a document in the current transaction. */
    void one(long id) {
        try (Connection connection = database.getConnection()) {
            long project = lock(connection, id);
            for (String table : TABLES) {
                execute(connection, "DELETE FROM " + table + " WHERE document_id = ?", id);
            }
            Document newest = replay(connection, id, project);
            if (newest != null) {
                log.rewriteRow(id, newest);
                index.writeSearch(id, null, newest);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("document " + id + " cannot be indexed", e);
        }
    }

    /** Answers the id of its project. */
    private static long lock(Connection connection, long id) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT project_id FROM document WHERE id = ? FOR UPDATE")) {
            select.setLong(1, id);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private @Nullable Document replay(Connection connection, long id, long project) throws SQLException {
        Document before = null;
        State state = null;
        Past past = Past.NONE;
        try (PreparedStatement select = connection.prepareStatement(REVISIONS)) {
            select.setLong(1, id);
            select.setFetchSize(100);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    byte[] content = row.getBytes("content");
                    State next;
                    if (content == null) {
                        // Who wrote what approvers judged is known of a redacted revision, too: the verdict must not
                        // count.
                        past = row.getBoolean("judged") ? past.andAuthor(row.getString("actor")) : past;
                        next = redacted(row);
                    } else {
                        Document revision = remember(Document.of(content, past));
                        index.writeParts(id, project, before, revision);
                        before = revision;
                        past = revision.past();
                        next = State.now(revision);
                    }
                    index.writeState(id, state, next);
                    state = next;
                }
            }
        }
        return before;
    }

    private static State redacted(ResultSet row) throws SQLException {
        return State.redacted(
                Objects.requireNonNull(row.getObject("at", OffsetDateTime.class))
                        .toInstant(),
                row.getInt("number"),
                Kebab.constant(Status.class, row.getString("status")));
    }

    /** What a revision leaves behind: its author where it changed judged content, and the ids of its parts. */
    private static Document remember(Document document) {
        TreeSet<String> ids = new TreeSet<>(document.past().partIds());
        document.options().forEach(part -> ids.add(String.valueOf(part.id())));
        document.risks().forEach(part -> ids.add(String.valueOf(part.id())));
        document.links().forEach(part -> ids.add(String.valueOf(part.id())));
        document.approvals().forEach(part -> ids.add(String.valueOf(part.id())));
        Past past = document.past().andParts(ids);
        boolean judged = document.envelope().contentRevision() == document.revision();
        return new Document(
                document.envelope(),
                document.common(),
                document.sections(),
                judged ? past.andAuthor(document.envelope().updatedBy()) : past);
    }

    private List<Long> ids(long after) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT id FROM document WHERE id > ? ORDER BY id LIMIT " + BATCH)) {
            select.setLong(1, after);
            try (ResultSet row = select.executeQuery()) {
                List<Long> ids = new ArrayList<>();
                while (row.next()) {
                    ids.add(row.getLong(1));
                }
                return ids;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the documents cannot be listed", e);
        }
    }

    private static void execute(Connection connection, String sql, long id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, id);
            statement.execute();
        }
    }
}

package dev.docket.document;

import dev.docket.document.content.Level;
import dev.docket.document.content.Link;
import dev.docket.document.content.Rating;
import dev.docket.document.content.Reference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The index tables: all that lists and registers ask, and nothing that the revisions do not say. */
@ApplicationScoped
class Index {

    private static final IndexTable LINKS = new IndexTable(
            "document_link", "link_id", "rel", "title", "target_project", "target_kind", "target_number");
    private static final IndexTable RISKS = new IndexTable(
            "document_risk", "project_id", "risk_id", "kind", "status", "state", "grade", "owner", "content");
    private static final IndexTable APPROVALS = new IndexTable(
            "document_approval",
            "project_id",
            "approval_id",
            "kind",
            "role",
            "approver",
            "state",
            "requested_at",
            "due_on",
            "content");

    private static final String OPEN_STATE = """
            WITH opened AS (
              INSERT INTO document_state
                (document_id, valid_from, revision, status, title, tags, project_id, kind, number)
              SELECT id, ?, ?, ?, ?, ?, project_id, kind, number FROM document WHERE id = ?
              RETURNING *)
            INSERT INTO document_state_tag (tag, number, document_id, valid_from, project_id, kind, status)
            SELECT DISTINCT tag, number, document_id, valid_from, project_id, kind, status
            FROM opened CROSS JOIN unnest(tags) AS tag
            """;
    private static final String CLOSE_STATE = """
            WITH tags AS (UPDATE document_state_tag SET valid_to = ? WHERE document_id = ? AND valid_to IS NULL)
            UPDATE document_state SET valid_to = ? WHERE document_id = ? AND valid_to IS NULL
            """;

    private final DataSource database;

    Index(DataSource database) {
        this.database = database;
    }

    /** Brings the tables from what {@code before} says (null: nothing) to what {@code after} says. */
    void write(@Nullable Document before, Held held) {
        Document after = held.document();
        writeParts(held.id(), held.projectId(), before, after);
        writeState(held.id(), State.of(before), State.now(after));
        writeSearch(held.id(), before, after);
    }

    /** The parts, and the moments that statistics count. */
    void writeParts(long id, long project, @Nullable Document before, Document after) {
        try (Connection connection = database.getConnection()) {
            LINKS.replace(connection, id, before == null ? List.of() : links(before), links(after));
            RISKS.replace(connection, id, before == null ? List.of() : risks(project, before), risks(project, after));
            APPROVALS.replace(
                    connection, id, before == null ? List.of() : approvals(project, before), approvals(project, after));
            Moments.write(connection, id, before, after);
        } catch (SQLException e) {
            throw new IllegalStateException("the index cannot be written", e);
        }
    }

    /** What it is from now on, where that is another than before. */
    void writeState(long id, @Nullable State before, State after) {
        if (after.says(before)) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            state(connection, id, before, after);
        } catch (SQLException e) {
            throw new IllegalStateException("the index cannot be written", e);
        }
    }

    /** What lists and searches ask: of that only the newest revision counts. */
    void writeSearch(long id, @Nullable Document before, Document after) {
        try (Connection connection = database.getConnection()) {
            SearchIndex.write(connection, id, before, after);
        } catch (SQLException e) {
            throw new IllegalStateException("the index cannot be written", e);
        }
    }

    private static List<List<@Nullable Object>> links(Document document) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Link link : document.links()) {
            if (Objects.requireNonNull(link.rel()).betweenDocuments()) {
                Address target = Address.parse(
                        Objects.requireNonNull(link.target()),
                        document.envelope().project());
                if (target != null) {
                    rows.add(link(link.id(), link.rel().json(), link.title(), target));
                }
            }
        }
        for (Reference reference : Objects.requireNonNullElse(document.common().references(), List.<Reference>of())) {
            Address target = Address.named(reference, document.envelope().project());
            if (target != null) {
                rows.add(link(null, "relates-to", reference.text(), target));
            }
        }
        return rows;
    }

    private static List<@Nullable Object> link(
            @Nullable String id, String rel, @Nullable String title, Address target) {
        return IndexTable.row(id, rel, title, target.project(), target.kind().json(), target.number());
    }

    private static List<List<@Nullable Object>> risks(long project, Document document) {
        return document.risks().stream()
                .map(risk -> IndexTable.row(
                        project,
                        risk.id(),
                        document.envelope().kind().json(),
                        document.status().json(),
                        Objects.requireNonNull(risk.state()).json(),
                        Grade.of(level(risk.likelihood()), level(risk.impact())),
                        risk.owner() == null ? null : Labels.name(risk.owner()),
                        risk))
                .toList();
    }

    private static @Nullable Level level(@Nullable Rating rating) {
        return rating == null ? null : rating.level();
    }

    private static List<List<@Nullable Object>> approvals(long project, Document document) {
        return document.approvals().stream()
                .map(approval -> {
                    Progress progress = Progress.of(approval, document.status());
                    return IndexTable.row(
                            project,
                            approval.id(),
                            document.envelope().kind().json(),
                            approval.role(),
                            approval.approver(),
                            progress == null ? null : progress.json(),
                            time(Objects.requireNonNull(approval.requestedAt())),
                            approval.dueOn(),
                            approval);
                })
                .toList();
    }

    private static void state(Connection connection, long id, @Nullable State before, State after) throws SQLException {
        Object at = time(after.at());
        if (before != null) {
            try (PreparedStatement close = connection.prepareStatement(CLOSE_STATE)) {
                close.setObject(1, at);
                close.setLong(2, id);
                close.setObject(3, at);
                close.setLong(4, id);
                close.executeUpdate();
            }
        }
        try (PreparedStatement open = connection.prepareStatement(OPEN_STATE)) {
            open.setObject(1, at);
            open.setInt(2, after.revision());
            open.setString(3, after.status().json());
            open.setString(4, after.title());
            open.setArray(5, connection.createArrayOf("text", after.tags().toArray()));
            open.setLong(6, id);
            open.executeUpdate();
        }
    }

    private static Object time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

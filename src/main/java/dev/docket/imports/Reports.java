package dev.docket.imports;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.api.Kebab;
import dev.docket.api.ProblemType;
import dev.docket.api.StrictJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The report of an import, as it stands: written file by file, however many there are. */
@ApplicationScoped
class Reports {

    private static final ObjectMapper JSON = StrictJson.objectMapper();

    /** One statement: what is said to be done has all its files counted. */
    private static final String HEAD = """
            SELECT i.status, i.dry_run, i.total, i.detail, i.created_at, i.actor, i.started_at, i.finished_at,
              count(*) FILTER (WHERE f.outcome = 'created'), count(*) FILTER (WHERE f.outcome = 'unchanged'),
              count(*) FILTER (WHERE f.outcome = 'revised'), count(*) FILTER (WHERE f.outcome = 'conflict'),
              count(*) FILTER (WHERE f.outcome = 'skipped'), count(*) FILTER (WHERE f.outcome = 'failed')
            FROM import i LEFT JOIN import_file f ON f.import_id = i.id AND f.done
            WHERE i.id = ? AND i.project_id = ? GROUP BY i.id
            """;

    private static final String COUNTS =
            "SELECT outcome, count(*) FROM import_file WHERE import_id = ? AND done GROUP BY outcome";
    private static final String FILES = """
            SELECT ordinal, path, outcome, ref, template, warnings, detail, diff FROM import_file
            WHERE import_id = ? AND done AND ordinal > ? ORDER BY ordinal LIMIT 100
            """;

    private final Sql sql;

    Reports(Sql sql) {
        this.sql = sql;
    }

    private record Numbered(int ordinal, FileView file) {}

    /** How many files that are done came out how. */
    Map<Outcome, Integer> counts(long id) {
        Map<Outcome, Integer> counts = Imported.none();
        sql.list(row -> Map.entry(Outcome.of(row.getString(1)), row.getInt(2)), COUNTS, id)
                .forEach(each -> counts.put(each.getKey(), each.getValue()));
        return counts;
    }

    /** All but the files; 404 where the project has no such import. */
    ImportView head(long projectId, long id) {
        return sql.first(row -> head(id, row), HEAD, id, projectId)
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no such import in this project."));
    }

    /** Writes the report that begins so. */
    void write(ImportView head, OutputStream out) throws IOException {
        long id = Long.parseLong(head.id());
        try (JsonGenerator json = JSON.getFactory().createGenerator(out)) {
            ObjectNode beginning = JSON.valueToTree(head);
            beginning.remove("files");
            json.writeStartObject();
            for (Map.Entry<String, com.fasterxml.jackson.databind.JsonNode> member : beginning.properties()) {
                json.writeFieldName(member.getKey());
                json.writeTree(member.getValue());
            }
            json.writeArrayFieldStart("files");
            int after = -1;
            for (List<Numbered> files = files(id, after); !files.isEmpty(); files = files(id, after)) {
                for (Numbered file : files) {
                    JSON.writeValue(json, file.file());
                    after = file.ordinal();
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private List<Numbered> files(long id, int after) {
        return sql.list(row -> new Numbered(row.getInt(1), file(row)), FILES, id, after);
    }

    private static FileView file(ResultSet row) throws SQLException {
        String warnings = row.getString(6);
        return new FileView(
                row.getString(2),
                Outcome.of(row.getString(3)),
                row.getString(4),
                row.getString(5),
                warnings == null ? List.of() : List.of(Files.value(warnings, FileView.WarningView[].class)),
                row.getString(7),
                row.getString(8));
    }

    private static ImportView head(long id, ResultSet row) throws SQLException {
        ImportView.Counts counts = new ImportView.Counts(
                row.getInt(9), row.getInt(10), row.getInt(11), row.getInt(12), row.getInt(13), row.getInt(14));
        return new ImportView(
                Long.toString(id),
                Kebab.constant(ImportView.State.class, row.getString(1)),
                row.getBoolean(2),
                counts.created()
                        + counts.unchanged()
                        + counts.revised()
                        + counts.conflict()
                        + counts.skipped()
                        + counts.failed(),
                row.getInt(3),
                counts,
                row.getString(4),
                Objects.requireNonNull(time(row, 5)),
                row.getString(6),
                time(row, 7),
                time(row, 8),
                List.of());
    }

    private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}

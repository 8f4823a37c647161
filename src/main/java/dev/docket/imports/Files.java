package dev.docket.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.docket.api.StrictJson;
import dev.docket.markdown.Warning;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of the files of imports: their content until they are done, then what became of them. */
@ApplicationScoped
class Files {

    private static final ObjectMapper JSON = StrictJson.objectMapper();

    private static final String UNPLANNED = """
            SELECT ordinal, path, sha256 FROM import_file WHERE import_id = ? AND outcome IS NULL ORDER BY ordinal
            """;
    private static final String PLAN = """
            UPDATE import_file f SET outcome = p.outcome, ref = p.ref, template = p.template, warnings = p.warnings,
              detail = p.detail, step = p.step, done = p.done, content = CASE WHEN p.done THEN NULL ELSE f.content END
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?) AS p(ordinal, outcome, ref, template, warnings, detail, step, done)
            WHERE f.import_id = ? AND f.ordinal = p.ordinal
            """;
    private static final String LEFT = """
            SELECT ordinal, path, sha256, outcome, step, template FROM import_file
            WHERE import_id = ? AND NOT done AND ordinal > ? ORDER BY ordinal LIMIT 16
            """;
    private static final String TAKE = """
            UPDATE import_file SET done = true, content = NULL WHERE import_id = ? AND ordinal = ? AND NOT done
              AND EXISTS (SELECT FROM import WHERE id = import_id AND status = 'running')
            """;
    private static final String TURN = """
            UPDATE import_file SET outcome = ?, ref = CASE WHEN outcome = 'created' THEN NULL ELSE ref END, detail = ?, diff = ?
            WHERE import_id = ? AND ordinal = ?
            """;
    private static final String CONTENT =
            "SELECT content FROM import_file WHERE import_id = ? AND ordinal = ? AND content IS NOT NULL";
    private static final String DROP =
            "UPDATE import_file SET content = NULL, step = NULL WHERE import_id = ? AND (content IS NOT NULL OR step IS NOT NULL)";

    private final Sql sql;

    Files(Sql sql) {
        this.sql = sql;
    }

    /** A file that is not planned yet. */
    record Unplanned(int ordinal, @Nullable String path, String sha256) {}

    /** What is planned for a file. */
    record Row(
            int ordinal,
            Outcome outcome,
            @Nullable String ref,
            @Nullable String template,
            List<Warning> warnings,
            @Nullable String detail,
            @Nullable Step step,
            boolean done) {}

    /** A file that is planned and not done. */
    record Left(
            int ordinal,
            @Nullable String path,
            String sha256,
            Outcome outcome,
            Step step,
            @Nullable String template) {}

    List<Unplanned> unplanned(Job job) {
        return sql.list(row -> new Unplanned(row.getInt(1), row.getString(2), row.getString(3)), UNPLANNED, job.id());
    }

    /** Writes the plan of all files in one statement: whoever creates documents waits for its end. */
    void plan(Job job, List<Row> rows) {
        sql.update(
                PLAN,
                rows.stream().map(Row::ordinal).toArray(Integer[]::new),
                rows.stream().map(row -> row.outcome().json()).toArray(String[]::new),
                rows.stream().map(Row::ref).toArray(String[]::new),
                rows.stream().map(Row::template).toArray(String[]::new),
                rows.stream().map(row -> warnings(row.warnings())).toArray(String[]::new),
                rows.stream().map(Row::detail).toArray(String[]::new),
                rows.stream()
                        .map(row -> row.step() == null ? null : text(row.step()))
                        .toArray(String[]::new),
                rows.stream().map(Row::done).toArray(Boolean[]::new),
                job.id());
    }

    /** The next few files to be done, after that one. */
    List<Left> left(Job job, int after) {
        return sql.list(
                row -> new Left(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        Outcome.of(row.getString(4)),
                        step(row.getString(5)),
                        row.getString(6)),
                LEFT,
                job.id(),
                after);
    }

    /** Fails with {@link Conduct.Abandoned} where the import was ended meanwhile, or another one did the file. */
    byte[] content(Job job, int ordinal) {
        return sql.first(row -> row.getBytes(1), CONTENT, job.id(), ordinal).orElseThrow(Conduct.Abandoned::new);
    }

    /** Whether the file is this transaction's to do; until its end nobody else gets it. */
    boolean take(Job job, int ordinal) {
        return sql.update(TAKE, job.id(), ordinal) == 1;
    }

    /** Says that a file came out otherwise than planned, or what there is to say about it: no document was made of it. */
    void turn(Job job, int ordinal, Outcome outcome, @Nullable String detail, @Nullable String diff) {
        sql.update(TURN, outcome.json(), detail, diff, job.id(), ordinal);
    }

    /** Forgets the contents of the files of an import that is over. */
    void drop(Job job) {
        sql.update(DROP, job.id());
    }

    static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("records of plain values can be written", e);
        }
    }

    private static @Nullable String warnings(List<Warning> warnings) {
        return warnings.isEmpty() ? null : text(warnings);
    }

    private static Step step(String text) {
        return value(text, Step.class);
    }

    static <T> T value(String text, Class<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was kept of an import cannot be read", e);
        }
    }
}

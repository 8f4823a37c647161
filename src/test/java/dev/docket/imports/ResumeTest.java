package dev.docket.imports;

import static dev.docket.imports.Folder.nygard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.Eventually;
import dev.docket.document.content.Kind;
import dev.docket.postgres.TestPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An import whose worker dies in the middle is taken up by another one, and comes out as if nothing had happened. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class ResumeTest {

    private static final int FILES = 12;

    @Inject
    Sql sql;

    @Inject
    Jobs jobs;

    @Inject
    Conduct conduct;

    private Porter porter;

    @BeforeEach
    void begin() {
        porter = Porter.ofNewProject();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, FILES + 1, FILES + 5, 2 * FILES - 1})
    void whoeverTakesItUpFinishesIt(int survivesBeats) throws Exception {
        int before = porter.desk().created(Kind.ADR, Map.of("title", "Here before"));
        Job job = abandoned();
        AtomicInteger beats = new AtomicInteger();
        assertThatThrownBy(() -> conduct.run(job, () -> {
                    if (beats.incrementAndGet() > survivesBeats) {
                        throw new IllegalStateException("killed");
                    }
                }))
                .hasMessage("killed");
        porter.desk().created(Kind.ADR, Map.of("title", "Created meanwhile"));
        sql.update("UPDATE import SET until = now() WHERE id = ?", job.id());
        String location = porter.path() + "/imports/" + job.id();
        Eventually.holds(
                () -> assertThat(porter.read(location).get("status").asText()).isEqualTo("done"));
        JsonNode report = porter.read(location);
        assertThat(report.at("/counts/created").asInt()).isEqualTo(FILES);
        assertThat(report.findValuesAsText("ref")).doesNotHaveDuplicates().hasSize(FILES);
        for (String ref : report.findValuesAsText("ref")) {
            JsonNode document = porter.adr(Integer.parseInt(ref.substring(4)));
            assertThat(document.get("revision").asInt()).isEqualTo(1);
            assertThat(document.at("/record/0/action").asText()).isEqualTo("imported");
        }
        assertThat(before).isEqualTo(1);
        assertThat(porter.imported(folder()).at("/counts/unchanged").asInt()).isEqualTo(FILES);
        assertThat(sql.first(
                        row -> row.getInt(1),
                        "SELECT count(*) FROM import_file WHERE import_id = ? AND content IS NOT NULL",
                        job.id()))
                .hasValue(0);
    }

    private static Folder folder() {
        Folder folder = new Folder();
        for (int i = 1; i <= FILES; i++) {
            folder.with("%04d-x.md".formatted(i), nygard(i, "Title " + i, "Accepted"));
        }
        return folder;
    }

    /** An import that a worker took which is not there. */
    private Job abandoned() {
        long project = sql.first(
                        row -> row.getLong(1),
                        "SELECT id FROM project WHERE key = ?",
                        porter.desk().project())
                .orElseThrow();
        return QuarkusTransaction.requiringNew().call(() -> {
            long id = jobs.begin(
                    project, new Jobs.Wanted(null, null, false), porter.desk().principal());
            int ordinal = 0;
            for (Map.Entry<String, byte[]> file : folder().files().entrySet()) {
                sql.update(
                        "INSERT INTO import_file (import_id, ordinal, path, sha256, content, done) VALUES (?, ?, ?, ?, ?, false)",
                        id,
                        ordinal++,
                        file.getKey(),
                        new Upload.File(null, file.getValue(), null).sha256(),
                        file.getValue());
            }
            sql.update("UPDATE import SET total = ? WHERE id = ?", ordinal, id);
            Job job = jobs.claim("a worker that dies", Duration.ofMinutes(5)).orElseThrow();
            assertThat(job.id()).isEqualTo(id);
            return job;
        });
    }
}

package dev.docket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.postgres.EmbeddedPostgres;
import dev.docket.postgres.Postmaster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocketProcessIT {
    @TempDir
    Path temporary;

    @Test
    void startsAPostgresOfItsOwnAndStopsItLast() throws Exception {
        Path data = temporary.resolve("data");
        try (var docket = DocketProcess.start(data, Map.of())) {
            assertThat(docket.postgres()).isPresent();
            // Not closed: that would end the PostgreSQL of the data directory, which is the first one's.
            var second = DocketProcess.launch(data, Map.of());
            assertThat(second.awaitEnd()).isEqualTo(1);
            assertThat(Files.readAllLines(second.log()))
                    .containsExactly(
                            "Docket cannot start: the data directory %s is in use by another Docket (process %d): stop that one, or set DOCKET_DATA_DIR"
                                    .formatted(data.toRealPath(), docket.pid()));
            assertThat(docket.postgres())
                    .as("a second Docket leaves the first alone")
                    .isPresent();
            assertThat(docket.terminate()).isEqualTo(143);
            assertThat(docket.postgres()).isEmpty();
        }
    }

    @Test
    @Tag("long")
    void outlivesItsPostgresAndIsOutlivedByIt() throws Exception {
        Path data = temporary.resolve("data");
        try (var docket = DocketProcess.start(data, Map.of())) {
            ProcessHandle killed = docket.postgres().orElseThrow();
            killed.destroyForcibly();
            killed.onExit().join();
            docket.awaitReady();
            long orphan = docket.postgresPid();
            assertThat(orphan).isNotEqualTo(killed.pid());

            docket.kill9();
            assertThat(docket.postgresPid()).isEqualTo(orphan);
            try (var next = DocketProcess.start(data, Map.of())) {
                assertThat(next.postgresPid()).isNotEqualTo(orphan);
            }
        }
        assertThat(Postmaster.of(data)).isEmpty();
    }

    @Test
    @Tag("long")
    void loadsNothingOfTheEmbeddedPostgresWhenAnotherIsConfigured() throws Exception {
        Path classes = temporary.resolve("classes");
        Path unused = temporary.resolve("unused");
        try (var postgres = EmbeddedPostgres.start(temporary.resolve("server"), 0)) {
            var environment = Map.of(
                    "QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(),
                    "QUARKUS_DATASOURCE_USERNAME", postgres.service(),
                    "QUARKUS_DATASOURCE_PASSWORD", postgres.password(),
                    "DOCKET_OWNER_USERNAME", postgres.owner(),
                    "DOCKET_OWNER_PASSWORD", postgres.password());
            try (var docket = DocketProcess.start(unused, environment, "-Xlog:class+load:file=" + classes)) {
                assertThat(Files.readString(classes))
                        .contains("dev.docket.Docket ")
                        .doesNotContain("dev.docket.postgres.")
                        .doesNotContain("org.tukaani.xz");
                assertThat(unused).doesNotExist();
                assertThat(docket.terminate()).isEqualTo(143);
            }
        }
    }
}

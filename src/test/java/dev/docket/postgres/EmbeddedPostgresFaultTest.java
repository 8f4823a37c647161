package dev.docket.postgres;

import static dev.docket.postgres.Sql.ask;
import static dev.docket.postgres.Sql.connect;
import static dev.docket.postgres.Sql.execute;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every test works on one directory, and leaves it stopped and whole. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedPostgresFaultTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path directory;

    EmbeddedPostgresFaultTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private EmbeddedPostgres start() throws IOException {
        return EmbeddedPostgres.start(directory, 0, TestPostgres.BINARIES, List.of());
    }

    private ProcessHandle server() throws IOException {
        return Postmaster.of(directory).orElseThrow();
    }

    @Test
    void refusesASecondDocketWhileTheFirstGoesOn() throws Exception {
        try (var postgres = start()) {
            long server = server().pid();
            for (int attempt = 1; attempt <= 2; attempt++) {
                Process second = Holder.start(directory);
                assertThat(Holder.firstLine(second))
                        .isEqualTo(
                                "the data directory %s is in use by another Docket (process %d):"
                                        + " stop that one, or set DOCKET_DATA_DIR",
                                directory.toRealPath(), ProcessHandle.current().pid());
                assertThat(second.waitFor()).isEqualTo(1);
            }
            assertThat(server().pid()).isEqualTo(server);
            assertThat(ask(postgres, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void replacesTheServerThatOutlivedItsDocket() throws Exception {
        Process holder = Holder.start(directory);
        assertThat(Holder.firstLine(holder)).startsWith("jdbc:");
        ProcessHandle orphan = server();
        holder.destroyForcibly().waitFor();
        assertThat(orphan.isAlive()).isTrue();

        try (var postgres = start()) {
            assertThat(ask(postgres, "SELECT 1")).isEqualTo("1");
            assertThat(server().pid()).isNotEqualTo(orphan.pid());
            orphan.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @Test
    @Tag("long")
    void bringsAKilledServerBackOnTheSamePortWithAllThatWasCommitted() throws Exception {
        try (var postgres = start()) {
            execute(postgres, "CREATE TABLE kept (id int)");
            for (int round = 1; round <= 3; round++) {
                execute(postgres, "INSERT INTO kept VALUES (%d)".formatted(round));
                try (var open = connect(postgres)) {
                    ProcessHandle killed = server();
                    killed.destroyForcibly();
                    killed.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                    assertThat(askWhenBack(postgres, "SELECT count(*) FROM kept"))
                            .isEqualTo(Integer.toString(round));
                    assertThat(open.isValid(1)).isFalse();
                }
            }
        }
        assertThat(Postmaster.of(directory)).isEmpty();
    }

    private static String askWhenBack(EmbeddedPostgres postgres, String sql) throws SQLException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return ask(postgres, sql);
            } catch (SQLException notYet) {
                if (System.nanoTime() > end) {
                    throw notYet;
                }
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void endsTheSessionsThatAreLeftWhenClosed() throws Exception {
        var postgres = start();
        try (var open = connect(postgres)) {
            postgres.close();
            assertThat(open.isValid(1)).isFalse();
        }
        postgres.close();
        assertThat(Postmaster.of(directory)).isEmpty();
    }

    @Test
    @Tag("long")
    void takesAProcessIdThatNowBelongsToAnotherProgramForStale() throws Exception {
        start().close();
        Process other = new ProcessBuilder("sleep", "1000").start();
        try {
            Files.writeString(
                    directory.resolve("postgres").resolve("postmaster.pid"),
                    "%d\n%s\n".formatted(other.pid(), directory.resolve("postgres")));
            try (var postgres = start()) {
                assertThat(ask(postgres, "SELECT 1")).isEqualTo("1");
            }
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroy();
        }
    }
}

package dev.docket.postgres;

import static dev.docket.postgres.Sql.ask;
import static dev.docket.postgres.Sql.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every test starts on one directory, and leaves it stopped and whole. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedPostgresStartTest {
    private final Path directory;
    private final Path cluster;

    EmbeddedPostgresStartTest(@TempDir Path directory) throws Exception {
        this.directory = directory;
        this.cluster = directory.resolve("postgres");
        try (var postgres = start()) {
            execute(postgres, "CREATE TABLE kept AS SELECT 42 AS answer");
        }
    }

    private EmbeddedPostgres start(String... settings) throws IOException {
        return EmbeddedPostgres.start(directory, 0, TestPostgres.BINARIES, List.of(settings));
    }

    private void assertWhole() throws Exception {
        try (var postgres = start()) {
            assertThat(ask(postgres, "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void keepsTheDataAndAnOperatorsSettings() throws Exception {
        Path settings = cluster.resolve("postgresql.conf");
        String before = Files.readString(settings);
        Files.writeString(settings, before + "\nmax_connections = 77\n");
        try (var postgres = start()) {
            assertThat(ask(postgres, "SELECT answer FROM kept")).isEqualTo("42");
            assertThat(ask(postgres, "SHOW max_connections")).isEqualTo("77");
        } finally {
            Files.writeString(settings, before);
        }
    }

    @Test
    void refusesTheDataOfAnotherMajorVersion() throws Exception {
        Path version = cluster.resolve("PG_VERSION");
        Files.writeString(version, "17\n");
        try {
            assertThatThrownBy(this::start)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("was made by PostgreSQL 17, this Docket brings 18");
        } finally {
            Files.writeString(version, Cluster.MAJOR + "\n");
        }
        assertWhole();
    }

    @Test
    void refusesToGoOnWithoutThePassword() throws Exception {
        Path password = directory.resolve("password");
        Path away = directory.resolve("away");
        Files.move(password, away);
        try {
            assertThatThrownBy(this::start).isInstanceOf(IOException.class).hasMessageContaining("password is missing");
        } finally {
            Files.move(away, password);
        }
        assertWhole();
    }

    @Test
    void takesThePortItIsGivenAndRefusesATakenOne() throws Exception {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
            assertThatThrownBy(() -> EmbeddedPostgres.start(directory, port, TestPostgres.BINARIES, List.of()))
                    .isInstanceOf(IOException.class)
                    .hasMessage("port %d for PostgreSQL is taken: set DOCKET_POSTGRES_PORT", port);
        }
        try (var postgres = EmbeddedPostgres.start(directory, port, TestPostgres.BINARIES, List.of())) {
            assertThat(postgres.jdbcUrl()).isEqualTo("jdbc:postgresql://127.0.0.1:%d/docket", port);
            assertThat(ask(postgres, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    @Tag("long")
    void saysWhyTheServerDoesNotStart() throws Exception {
        assertThatThrownBy(() -> start("fsync=perhaps"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("PostgreSQL did not start: ")
                .hasMessageContaining("FATAL:");
        assertWhole();
    }

    @Test
    void refusesADirectoryThatIsAFile() throws Exception {
        Path file = directory.resolve("postgres").resolve("PG_VERSION");
        assertThatThrownBy(() -> EmbeddedPostgres.start(file, 0, TestPostgres.BINARIES, List.of()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void beginsAgainWhereAFirstStartWasCutShort(@TempDir Path other) throws Exception {
        Files.createDirectories(other.resolve("postgres.new").resolve("base"));
        try (var postgres = EmbeddedPostgres.start(other, 0, TestPostgres.BINARIES, List.of())) {
            assertThat(ask(postgres, "SELECT 1")).isEqualTo("1");
        }
        assertThat(other.resolve("postgres.new")).doesNotExist();
    }

    @Test
    @Tag("long")
    void goesOnInAColdCopy(@TempDir Path other) throws Exception {
        Path copy = other.resolve("copy");
        var copying = new ProcessBuilder("cp", "-a", directory.toString(), copy.toString()).start();
        assertThat(copying.waitFor()).isZero();
        try (var postgres = EmbeddedPostgres.start(copy, 0, TestPostgres.BINARIES, List.of())) {
            assertThat(ask(postgres, "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    @Tag("long")
    void runsAsTheOwnerOfTheDirectoryWhenStartedByRoot() throws Exception {
        Assumptions.assumeTrue(
                ProcessHandle.current().info().user().equals(Optional.of("root")),
                "only root can become somebody else");
        // A temporary directory of JUnit's is closed to all but root, so this one lies where others may pass.
        Path open = Files.createTempDirectory(Path.of("/var/tmp"), "docket-");
        try {
            Files.setAttribute(open, "unix:uid", 65534);
            Files.setAttribute(open, "unix:gid", 65534);
            for (int round = 1; round <= 2; round++) {
                try (var postgres = EmbeddedPostgres.start(open, 0)) {
                    assertThat(ask(postgres, "SELECT 1")).isEqualTo("1");
                    assertThat(Postmaster.of(open).orElseThrow().info().user()).contains("nobody");
                    assertThat(Files.getAttribute(open.resolve("postgres"), "unix:uid"))
                            .isEqualTo(65534);
                }
            }
        } finally {
            DataDirectory.delete(open);
        }
    }
}

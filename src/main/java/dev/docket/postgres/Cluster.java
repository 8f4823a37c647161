package dev.docket.postgres;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A PostgreSQL data directory ("cluster") and the server over it. The caller holds the lock. */
final class Cluster {
    static final String MAJOR = "18";

    /** Written into postgresql.conf once, so that an operator's edits of that file hold. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("max_connections", "100"),
            Map.entry("shared_buffers", SharedBuffers.of(SharedBuffers.memory()) + "MB"),
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("jit", "off"),
            Map.entry("password_encryption", "scram-sha-256"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("logging_collector", "on"),
            Map.entry("log_directory", "log"),
            // One file per weekday, each emptied when its day comes round again: a week of logs, and no more.
            Map.entry("log_filename", "postgresql-%a.log"),
            Map.entry("log_truncate_on_rotation", "on"),
            Map.entry("log_rotation_age", "1d"),
            Map.entry("log_rotation_size", "0"));

    private final DataDirectory data;
    private final Binaries binaries;
    private final Account account;
    private final List<String> overrides;

    /** @param overrides settings as {@code name=value} that win over postgresql.conf */
    Cluster(DataDirectory data, Binaries binaries, Account account, List<String> overrides) {
        this.data = data;
        this.binaries = binaries;
        this.account = account;
        this.overrides = overrides;
    }

    /** @throws IOException when another major version of PostgreSQL made it */
    void checkMajor() throws IOException {
        String found = Files.readString(data.cluster().resolve("PG_VERSION")).strip();
        if (!found.equals(MAJOR)) {
            throw new IOException(
                    "%s was made by PostgreSQL %s, this Docket brings %s: dump it with the Docket that made it and load it here"
                            .formatted(data.cluster(), found, MAJOR));
        }
    }

    /**
     * Makes it aside and moves it into place when whole, so that a start cut short leaves nothing half-made.
     *
     * @param sql run as the superuser, one statement a line
     */
    void create(String sql) throws IOException {
        Path fresh = data.path().resolve("postgres.new");
        DataDirectory.delete(fresh);
        List<String> settings = SETTINGS.entrySet().stream()
                .flatMap(setting -> Stream.of("--set", setting.getKey() + "=" + setting.getValue()))
                .toList();
        var initdb = new ArrayList<>(account.command(
                binaries.program("initdb"),
                "--pgdata=" + fresh,
                "--username=postgres",
                "--pwfile=" + data.passwordFile(),
                "--auth=scram-sha-256",
                "--data-checksums",
                "--encoding=UTF8",
                // PostgreSQL's own C.UTF-8 sorts the same on every machine, so a copied directory keeps its indexes
                // valid.
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C"));
        initdb.addAll(settings);
        Program.run(data.path(), initdb, "");
        Program.run(
                data.path(),
                account.command(
                        binaries.program("postgres"),
                        "--single",
                        "-D",
                        fresh.toString(),
                        "-c",
                        "exit_on_error=on",
                        "postgres"),
                sql);
        Files.move(fresh, data.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Stops the server a killed Docket left behind. A postmaster.pid whose process id now belongs to something else, as
     * happens when a container starts again, is removed; any doubtful case is left to PostgreSQL, which refuses then.
     */
    void stopOrphan() throws IOException {
        Optional<ProcessHandle> process = postmaster();
        if (process.isEmpty()) {
            return;
        }
        String command = process.get().info().commandLine().orElse("");
        if (command.contains("-D %s ".formatted(data.cluster()))) {
            stop();
        } else if (!command.contains("postgres")) {
            Files.delete(pidFile());
        }
    }

    private Optional<ProcessHandle> postmaster() throws IOException {
        if (!Files.exists(pidFile())) {
            return Optional.empty();
        }
        return Files.readAllLines(pidFile()).stream()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("\\d{1,18}"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .filter(ProcessHandle::isAlive);
    }

    private Path pidFile() {
        return data.cluster().resolve("postmaster.pid");
    }

    /** Starts the server as a child of this process, and returns when it takes connections, recovery included. */
    Process start(int port) throws IOException {
        var command = new ArrayList<>(account.command(
                binaries.program("postgres"),
                "-D",
                data.cluster().toString(),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "port=" + port,
                "-c",
                "unix_socket_directories="));
        overrides.forEach(setting -> command.addAll(List.of("-c", setting)));
        // A session of its own: Ctrl-C in a terminal must not stop the server before the service has stopped.
        onPath("setsid").ifPresent(setsid -> command.add(0, setsid));
        Process server = new ProcessBuilder(command)
                .directory(data.path().toFile())
                .redirectErrorStream(true)
                .redirectOutput(data.startLog().toFile())
                .start();
        try {
            while (!ready(server)) {
                if (server.waitFor(10, MILLISECONDS)) {
                    throw new IOException("PostgreSQL did not start: " + complaint());
                }
            }
            return server;
        } catch (InterruptedException e) {
            server.destroy();
            throw Program.interrupted(e);
        } catch (IOException e) {
            server.destroy();
            throw e;
        }
    }

    /** The eighth line of postmaster.pid tells the server's state, the first whose it is. */
    private boolean ready(Process server) throws IOException {
        try {
            List<String> lines = Files.readAllLines(pidFile());
            return lines.size() >= 8
                    && lines.get(0).strip().equals(Long.toString(server.pid()))
                    && lines.get(7).strip().equals("ready");
        } catch (NoSuchFileException notYet) {
            return false;
        }
    }

    private String complaint() throws IOException {
        return Files.readAllLines(data.startLog()).stream()
                .filter(line -> line.contains("FATAL:"))
                .findFirst()
                .orElse("see " + data.startLog() + " and " + data.cluster().resolve("log"));
    }

    private static Optional<String> onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    /** Ends every session, writes a checkpoint and stops the server; without the checkpoint if that takes over 30 s. */
    void stop() throws IOException {
        try {
            stop("fast");
        } catch (IOException slow) {
            stop("immediate");
        }
    }

    private void stop(String mode) throws IOException {
        Program.run(
                data.path(),
                account.command(
                        binaries.program("pg_ctl"),
                        "stop",
                        "--pgdata=" + data.cluster(),
                        "--mode=" + mode,
                        "--wait",
                        "--timeout=30"),
                "");
    }
}

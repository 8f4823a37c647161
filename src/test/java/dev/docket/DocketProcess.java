package dev.docket;

import dev.docket.postgres.Postmaster;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The packaged service as a process of its own, on ports it was given. Of the environment it inherits nothing that
 * configures a Docket, only what is given. Closing it ends it and, if it was killed, the PostgreSQL it left behind.
 */
public final class DocketProcess implements AutoCloseable {
    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(50);

    private final Process process;
    private final Path dataDirectory;
    private final URI base;
    private final URI management;
    private final Path log;

    private DocketProcess(Process process, Path dataDirectory, int port, int managementPort, Path log) {
        this.process = process;
        this.dataDirectory = dataDirectory;
        this.base = URI.create("http://127.0.0.1:" + port);
        this.management = URI.create("http://127.0.0.1:" + managementPort);
        this.log = log;
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param environment added to the environment; {@code DOCKET_DATA_DIR} is set already
     * @param options of the JVM
     * @throws AssertionError with the end of its log, when it ends or is not ready in two minutes
     */
    public static DocketProcess start(Path dataDirectory, Map<String, String> environment, String... options)
            throws IOException, InterruptedException {
        DocketProcess docket = launch(dataDirectory, environment, options);
        try {
            docket.awaitReady();
            return docket;
        } catch (AssertionError | IOException | InterruptedException e) {
            docket.close();
            throw e;
        }
    }

    /** Starts it without waiting. */
    public static DocketProcess launch(Path dataDirectory, Map<String, String> environment, String... options)
            throws IOException {
        int port;
        int managementPort;
        try (var one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = one.getLocalPort();
            managementPort = other.getLocalPort();
        }
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.host=127.0.0.1",
                "-Dquarkus.management.port=" + managementPort,
                "-jar",
                JAR.toString()));
        Path log = Files.createTempFile(Files.createDirectories(Path.of("target", "docket-logs")), "docket-", ".log");
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("DOCKET_"));
        builder.environment().put("DOCKET_DATA_DIR", dataDirectory.toString());
        // One principal does in a minute what many do in an hour.
        builder.environment().putAll(Map.of("DOCKET_LIMITS_REQUESTS", "0", "DOCKET_LIMITS_FAILED_SIGN_INS", "0"));
        builder.environment().putAll(environment);
        return new DocketProcess(builder.start(), dataDirectory, port, managementPort, log);
    }

    /** Waits until it says so itself at {@code /q/health/ready}. */
    public void awaitReady() throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(management.resolve("/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!ready(client, request)) {
            if (process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("Docket ended with " + process.exitValue() + ":\n" + logTail());
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("Docket was not ready in " + PATIENCE + ":\n" + logTail());
            }
        }
    }

    private static boolean ready(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notListening) {
            return false;
        }
    }

    private String logTail() throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }

    public URI base() {
        return base;
    }

    public URI management() {
        return management;
    }

    public long pid() {
        return process.pid();
    }

    /** What it writes to standard output and error. */
    public Path log() {
        return log;
    }

    /** The living PostgreSQL of its data directory, if there is one. */
    public Optional<ProcessHandle> postgres() throws IOException {
        return Files.isDirectory(dataDirectory) ? Postmaster.of(dataDirectory) : Optional.empty();
    }

    public long postgresPid() throws IOException {
        return postgres()
                .orElseThrow(() -> new AssertionError("no PostgreSQL runs on " + dataDirectory))
                .pid();
    }

    /** Ends it as a power cut would; its PostgreSQL lives on. */
    public void kill9() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to end (SIGTERM), and waits for it. Returns its exit code, 143 when all went well. */
    public int terminate() throws InterruptedException {
        process.destroy();
        return awaitEnd();
    }

    /** Waits for it to end by itself. Returns its exit code. */
    public int awaitEnd() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("Docket did not end in " + PATIENCE);
        }
        return process.exitValue();
    }

    @Override
    public void close() throws IOException {
        end(process.toHandle());
        postgres().ifPresent(DocketProcess::end);
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, 30, TimeUnit.SECONDS)
                .thenAccept(ProcessHandle::destroyForcibly)
                .join();
        process.onExit().join();
    }
}

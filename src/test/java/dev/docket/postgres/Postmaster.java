package dev.docket.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the server process over a Docket data directory. */
public final class Postmaster {
    private Postmaster() {}

    /** The living server, if there is one, as its own process id file names it. */
    public static Optional<ProcessHandle> of(Path dataDirectory) throws IOException {
        Path cluster = dataDirectory.toRealPath().resolve("postgres");
        Path file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0).strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().commandLine().orElse("").contains(cluster.toString()));
    }
}

package dev.docket.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.List;

/** Runs a program to its end. */
final class Program {
    private Program() {}

    /**
     * @param directory its working directory
     * @param input what it reads from standard input
     * @return what it wrote, errors included
     * @throws IOException when it cannot be run or ends with other than 0, with what it wrote
     */
    static String run(Path directory, List<String> command, String input) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        try (var stdin = process.outputWriter(UTF_8)) {
            stdin.write(input);
        }
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        int code = await(process);
        if (code != 0) {
            throw new IOException("%s ended with %d: %s".formatted(name(command), code, output.strip()));
        }
        return output;
    }

    /** Ours are run by their full paths, maybe behind some other that only changes who runs them. */
    private static String name(List<String> command) {
        return command.stream()
                .filter(word -> word.startsWith("/"))
                .findFirst()
                .map(path -> Path.of(path).getFileName().toString())
                .orElse(command.get(0));
    }

    static int await(Process process) throws InterruptedIOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    static InterruptedIOException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        var exception = new InterruptedIOException("interrupted while waiting for PostgreSQL");
        exception.initCause(cause);
        return exception;
    }
}

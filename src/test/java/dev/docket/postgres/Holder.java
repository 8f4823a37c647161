package dev.docket.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/** A process of its own that holds a data directory until its standard input ends. */
final class Holder {
    private Holder() {}

    static Process start(Path directory) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** The first line it prints: the JDBC URL when ready, or why it could not start. */
    static String firstLine(Process holder) throws IOException {
        BufferedReader output = holder.inputReader();
        String line = output.readLine();
        return line == null ? "" : line;
    }

    public static void main(String[] arguments) throws IOException {
        try (var postgres = EmbeddedPostgres.start(Path.of(arguments[0]), 0, TestPostgres.BINARIES, List.of())) {
            System.out.println(postgres.jdbcUrl());
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (DataDirectoryInUse e) {
            System.out.println(e.getMessage());
            System.exit(1);
        }
    }
}

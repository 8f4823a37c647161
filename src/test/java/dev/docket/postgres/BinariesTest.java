package dev.docket.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinariesTest {
    @Test
    @Tag("long")
    void areUnpackedOnceByAnyNumberOfStarts(@TempDir Path directory) throws Exception {
        var threads = Executors.newFixedThreadPool(2);
        try {
            Callable<Binaries> start = () -> Binaries.in(directory.resolve("binaries"));
            for (Future<Binaries> each : threads.invokeAll(Collections.nCopies(2, start))) {
                String version = Program.run(
                        directory, List.of(each.get().program("postgres").toString(), "--version"), "");
                assertThat(version).startsWith("postgres (PostgreSQL) " + Cluster.MAJOR + ".");
            }
        } finally {
            threads.shutdownNow();
        }
        try (var left = Files.list(directory.resolve("binaries"))) {
            assertThat(left).hasSize(1);
        }
    }
}

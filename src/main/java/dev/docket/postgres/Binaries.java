package dev.docket.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked from the archive on the class path that fits this machine.
 *
 * @param home holds {@code bin}, {@code lib} and {@code share}
 */
record Binaries(Path home) {

    /**
     * Unpacks them into a subdirectory named after the archive and its checksum, unless that is there already. Safe
     * while other processes do the same: each unpacks aside, and the first to finish wins.
     */
    static Binaries in(Path directory) throws IOException {
        String archive = archive();
        Path home = directory.resolve("%s-%08x".formatted(archive, checksum(archive)));
        if (!Files.exists(home)) {
            Files.createDirectories(directory);
            Path aside = Files.createDirectory(directory.resolve("unpacking-" + UUID.randomUUID()));
            try {
                unpack(archive, aside);
                Files.move(aside, home, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileSystemException e) {
                DataDirectory.delete(aside);
                if (!Files.exists(home)) {
                    throw e;
                }
            }
        }
        return new Binaries(home);
    }

    private static String archive() {
        String system = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        return "postgres-" + system + "-" + machine;
    }

    private static InputStream open(String archive) throws IOException {
        InputStream stream = Binaries.class.getResourceAsStream("/" + archive + ".txz");
        if (stream == null) {
            throw new IOException(
                    "Docket brings no PostgreSQL for this machine (no %s.txz): set QUARKUS_DATASOURCE_JDBC_URL"
                            .formatted(archive));
        }
        return stream;
    }

    private static long checksum(String archive) throws IOException {
        var checksum = new CRC32();
        try (InputStream in = open(archive)) {
            in.transferTo(new CheckedOutputStream(OutputStream.nullOutputStream(), checksum));
        }
        return checksum.getValue();
    }

    private static void unpack(String archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(open(archive), 1 << 16)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(path.resolveSibling("."));
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, path);
                    path.toFile().setExecutable((entry.getMode() & 0100) != 0, false);
                }
            }
        }
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }
}

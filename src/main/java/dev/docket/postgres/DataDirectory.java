package dev.docket.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The directory one Docket keeps its data in, locked for as long as this is open. Within one JVM a directory must be
 * opened once only: POSIX drops a process's locks on a file as soon as it closes any descriptor of that file.
 */
final class DataDirectory implements Closeable {
    private static final FileAttribute<?> OWNER_ONLY_DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<?> OWNER_ONLY_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** @throws DataDirectoryInUse when another process has it */
    static DataDirectory open(Path directory) throws IOException {
        try {
            Path path = made(directory);
            return lock(path, FileChannel.open(path.resolve("lock"), Set.of(CREATE, READ, WRITE), OWNER_ONLY_FILE));
        } catch (AccessDeniedException e) {
            throw new IOException("this user may not write %s: set DOCKET_DATA_DIR".formatted(e.getFile()), e);
        }
    }

    private static Path made(Path directory) throws IOException {
        Path parent = directory.toAbsolutePath().getParent();
        if (parent != null && !Files.exists(directory)) {
            Files.createDirectories(parent);
            Files.createDirectories(directory, OWNER_ONLY_DIRECTORY);
        }
        return directory.toRealPath();
    }

    private static DataDirectory lock(Path path, FileChannel lock) throws IOException {
        try {
            if (lock.tryLock() == null) {
                throw new DataDirectoryInUse(path, read(lock));
            }
            lock.truncate(0);
            lock.write(UTF_8.encode(Long.toString(ProcessHandle.current().pid())));
            return new DataDirectory(path, lock);
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    private static String read(FileChannel file) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(32);
        file.read(content);
        return UTF_8.decode(content.flip()).toString();
    }

    Path path() {
        return path;
    }

    Path cluster() {
        return path.resolve("postgres");
    }

    Path binaries() {
        return path.resolve("binaries");
    }

    Path passwordFile() {
        return path.resolve("password");
    }

    /** What the server says before its own log begins. */
    Path startLog() {
        return path.resolve("start.log");
    }

    String password() throws IOException {
        if (!Files.exists(passwordFile())) {
            throw new IOException(
                    "%s is missing: put it back from a copy of the data directory".formatted(passwordFile()));
        }
        return Files.readString(passwordFile());
    }

    /** Draws a password (192 bits) that needs no escaping in SQL or a URL. */
    void renewPassword() throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Files.deleteIfExists(passwordFile());
        Files.createFile(passwordFile(), OWNER_ONLY_FILE);
        Files.writeString(passwordFile(), Base64.getUrlEncoder().encodeToString(random));
    }

    /** Hands everything Docket made here to a user and group; nothing else that lies here is touched. */
    void give(int uid, int gid) throws IOException {
        own(path, uid, gid);
        for (Path made : List.of(cluster(), binaries(), passwordFile(), startLog())) {
            if (Files.exists(made)) {
                try (var tree = Files.walk(made)) {
                    for (Path each : (Iterable<Path>) tree::iterator) {
                        own(each, uid, gid);
                    }
                }
            }
        }
    }

    private static void own(Path path, int uid, int gid) throws IOException {
        if (!Files.isSymbolicLink(path)) {
            Files.setAttribute(path, "unix:uid", uid);
            Files.setAttribute(path, "unix:gid", gid);
        }
    }

    static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (var paths = Files.walk(tree)) {
                for (Path each : (Iterable<Path>) paths.sorted(Comparator.reverseOrder())::iterator) {
                    Files.delete(each);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}

package dev.docket.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * As whom PostgreSQL's programs run. They refuse root, and a user id that has no name (as containers like to give).
 *
 * <p>Root with a data directory of somebody else runs them as that somebody. Otherwise root and the nameless run them
 * in a user namespace of their own, where they appear as {@code nobody} while every file stays theirs. Where root may
 * not make namespaces, as in most containers, it hands the data directory to {@code nobody} and runs them as that.
 *
 * @param prefix the words in front of each command
 */
record Account(List<String> prefix) {
    /** Only where Linux has this are there namespaces and other means to become somebody else. */
    private static final Path SELF = Path.of("/proc/self");

    private static final int NOBODY = 65534;
    private static final List<String> NAMESPACE = List.of("unshare", "--user");

    static Account of(DataDirectory data) throws IOException {
        if (!Files.exists(SELF)) {
            return new Account(List.of());
        }
        int uid = (int) Files.getAttribute(SELF, "unix:uid");
        if (uid != 0) {
            boolean named = ProcessHandle.current().info().user().isPresent();
            return new Account(named || !namespaceWorks(data.path()) ? List.of() : NAMESPACE);
        }
        int owner = (int) Files.getAttribute(data.path(), "unix:uid");
        if (owner != 0) {
            int group = (int) Files.getAttribute(data.path(), "unix:gid");
            return handTo(data, owner, group);
        }
        return namespaceWorks(data.path()) ? new Account(NAMESPACE) : handTo(data, NOBODY, NOBODY);
    }

    /** Root may have written here since (new binaries, a new password), so ownership is set anew each time. */
    private static Account handTo(DataDirectory data, int uid, int gid) throws IOException {
        data.give(uid, gid);
        var account = new Account(List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups"));
        try {
            Program.run(
                    data.path(),
                    account.command(Path.of("test"), "-r", data.path().toString()),
                    "");
        } catch (IOException e) {
            throw new IOException(
                    "PostgreSQL does not run as root, and as user %d it cannot reach %s: start Docket as an ordinary user, or move the data directory"
                            .formatted(uid, data.path()),
                    e);
        }
        return account;
    }

    private static boolean namespaceWorks(Path directory) {
        try {
            Program.run(
                    directory,
                    Stream.concat(NAMESPACE.stream(), Stream.of("id", "-un")).toList(),
                    "");
            return true;
        } catch (IOException denied) {
            return false;
        }
    }

    List<String> command(Path program, String... arguments) {
        return Stream.of(prefix.stream(), Stream.of(program.toString()), Stream.of(arguments))
                .flatMap(words -> words)
                .toList();
    }
}

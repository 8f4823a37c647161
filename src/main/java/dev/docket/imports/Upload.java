package dev.docket.imports;

import dev.docket.api.CanonicalJson;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What was sent, file by file and within {@link Limits}: the part that single files, zips and tars have in common. */
final class Upload {

    private static final byte[] NOTHING = {};

    private final Consumer<File> files;
    private final long sent;
    private final Set<String> paths = new HashSet<>();
    private int entries;
    private long unpacked;

    /**
     * @param files takes the files one by one
     * @param sent how long the archive is
     */
    Upload(Consumer<File> files, long sent) {
        this.files = files;
        this.sent = sent;
    }

    /**
     * @param path null: it was sent without one
     * @param content empty where it is skipped
     * @param skipped why it is passed over; null where it is not
     */
    record File(
            @Nullable String path, byte[] content, @Nullable String skipped) {

        String sha256() {
            return HexFormat.of().formatHex(CanonicalJson.sha256(content));
        }
    }

    /** A folder, of which only the name matters. */
    void folder(String entry) {
        count(entry);
        EntryPath.of(entry);
    }

    /** The path of a file that is to be read or skipped. */
    String path(String entry) {
        count(entry);
        String path = EntryPath.of(entry);
        if (path.isEmpty()) {
            throw Refusal.trick(entry, "path", "is no name of a file");
        }
        if (!paths.add(path)) {
            throw Refusal.trick(entry, "twice", "is there twice");
        }
        if (paths.size() > Limits.FILES) {
            throw Refusal.tooLarge(entry, "is one file too many: at most %,d at a time.".formatted(Limits.FILES));
        }
        return path;
    }

    private void count(String entry) {
        if (++entries > Limits.ENTRIES) {
            throw Refusal.tooLarge(
                    entry, "is one entry too many: an archive may have at most %,d.".formatted(Limits.ENTRIES));
        }
    }

    /** The whole of a file, refused as soon as it is too much. */
    byte[] read(String path, InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(Limits.FILE + 1);
        count(path, bytes.length);
        if (bytes.length > Limits.FILE) {
            throw Refusal.tooLarge(path, "is longer than 1 MiB.");
        }
        return bytes;
    }

    private void count(String path, int bytes) {
        unpacked += bytes;
        if (unpacked > Limits.UNPACKED) {
            throw Refusal.tooLarge(path, "is more than can be unpacked: at most 64 MiB in all.");
        }
        if (unpacked > Limits.RATIO * sent) {
            throw Refusal.tooLarge(
                    path, "is packed too tightly: unpacked at most %d times the archive.".formatted(Limits.RATIO));
        }
    }

    /** Reads a file that is skipped to its end, which in a stream is the only way to the next one. */
    void passOver(String path, InputStream content) throws IOException {
        byte[] buffer = new byte[8 << 10];
        for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
            count(path, n);
        }
    }

    void add(String path, byte[] content) {
        files.accept(new File(path, content, null));
    }

    void skip(String path, String why) {
        files.accept(new File(path, NOTHING, why));
    }
}

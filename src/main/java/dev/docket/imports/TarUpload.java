package dev.docket.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;

/** A packed tar as a stream, read to its very end: the checksum is there. */
final class TarUpload {

    private static final Set<Byte> FILES =
            Set.of(TarConstants.LF_OLDNORM, TarConstants.LF_NORMAL, TarConstants.LF_CONTIG);

    private TarUpload() {}

    static void read(InputStream body, Upload upload) throws IOException {
        try (InputStream unpacked = GzipCompressorInputStream.builder()
                        .setInputStream(body)
                        .setDecompressConcatenated(true)
                        .get();
                Budget budget = new Budget(unpacked);
                TarArchiveInputStream tar = new TarArchiveInputStream(budget, "UTF-8")) {
            boolean empty = true;
            for (TarArchiveEntry entry = next(tar, budget); entry != null; entry = next(tar, budget)) {
                empty = false;
                entry(tar, entry, upload, budget);
            }
            if (empty) {
                throw Refusal.broken("there is no tar in it");
            }
            budget.allow(Limits.BETWEEN_FILES);
            while (budget.read(new byte[8192]) >= 0) {
                // only the end of the tar is left, and the checksum after it
            }
        }
    }

    private static @Nullable TarArchiveEntry next(TarArchiveInputStream tar, Budget budget) throws IOException {
        budget.allow(Limits.BETWEEN_FILES);
        return tar.getNextEntry();
    }

    private static void entry(TarArchiveInputStream tar, TarArchiveEntry entry, Upload upload, Budget budget)
            throws IOException {
        if (!entry.isCheckSumOK()) {
            throw Refusal.broken(entry.getName(), "has a header with a wrong checksum");
        }
        if (entry.isDirectory()) {
            upload.folder(entry.getName());
            return;
        }
        String path = upload.path(entry.getName());
        if (!FILES.contains(entry.getLinkFlag()) || entry.isSparse()) {
            throw Refusal.trick(path, "link", "is a link or a device, not a file");
        }
        @Nullable String skipped = EntryPath.skipped(path);
        budget.allow(Limits.UNPACKED);
        if (skipped != null) {
            upload.passOver(path, tar);
            upload.skip(path, skipped);
        } else {
            upload.add(path, upload.read(path, tar));
        }
    }

    /** Stops whoever reads more than was allowed: a header can claim any length. */
    private static final class Budget extends InputStream {

        private final InputStream source;
        private long left;

        Budget(InputStream source) {
            this.source = source;
        }

        void allow(long bytes) {
            left = bytes;
        }

        @Override
        public int read() throws IOException {
            int read = source.read();
            spend(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = source.read(bytes, offset, length);
            spend(Math.max(read, 0));
            return read;
        }

        private void spend(int read) {
            left -= read;
            if (left < 0) {
                throw Refusal.tooLarge("The archive is more than can be unpacked: at most 64 MiB in all.");
            }
        }

        @Override
        public void close() throws IOException {
            source.close();
        }
    }
}

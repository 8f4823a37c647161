package dev.docket.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.Collections;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A zip by its table of contents, which alone knows links; what it says of sizes is held against what is read. */
final class ZipUpload {

    private ZipUpload() {}

    static void read(SeekableByteChannel channel, Upload upload) throws IOException {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(channel)
                .setIgnoreLocalFileHeader(true)
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (entry.isDirectory()) {
                    upload.folder(entry.getName());
                } else {
                    file(zip, entry, upload);
                }
            }
        }
    }

    private static void file(ZipFile zip, ZipArchiveEntry entry, Upload upload) throws IOException {
        String path = upload.path(entry.getName());
        refuseOddities(path, entry);
        @Nullable String skipped = EntryPath.skipped(path);
        if (skipped != null) {
            upload.skip(path, skipped);
            return;
        }
        byte[] content;
        try (InputStream packed = zip.getInputStream(entry)) {
            content = upload.read(path, packed);
        } catch (IOException e) {
            throw Refusal.broken(path, "is broken");
        }
        CRC32 crc = new CRC32();
        crc.update(content);
        if (crc.getValue() != entry.getCrc() || content.length != entry.getSize()) {
            throw Refusal.broken(path, "is not what the archive says of its length and checksum");
        }
        upload.add(path, content);
    }

    private static void refuseOddities(String path, ZipArchiveEntry entry) {
        int type = entry.getUnixMode() & UnixStat.FILE_TYPE_FLAG;
        if (type != 0 && type != UnixStat.FILE_FLAG) {
            throw Refusal.trick(path, "link", "is a link or a device, not a file");
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw Refusal.trick(path, "encrypted", "is encrypted");
        }
        if (entry.getMethod() != ZipEntry.DEFLATED && entry.getMethod() != ZipEntry.STORED) {
            throw Refusal.trick(path, "method", "is packed in a way that is not read: only deflate is");
        }
    }
}

package dev.docket.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;

/** A folder of files, to be packed. */
public final class Folder {

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    public static Folder empty() {
        return new Folder();
    }

    public static Folder of(String path, String text) {
        return new Folder().with(path, text);
    }

    public Folder with(String path, String text) {
        return with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    public Folder with(String path, byte[] content) {
        files.put(path, content);
        return this;
    }

    Map<String, byte[]> files() {
        return files;
    }

    byte[] zip() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    byte[] tar() {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new GzipCompressorOutputStream(bytes), "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                var entry = new TarArchiveEntry(file.getKey(), true);
                entry.setSize(file.getValue().length);
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** An ADR in the form of adr-tools. */
    static String nygard(int number, String title, String status) {
        return """
                # %d. %s

                Date: 2021-05-%02d

                ## Status

                %s

                ## Context

                There is a problem with %s.

                ## Decision

                We will do something about it.

                ## Consequences

                It gets better.
                """.formatted(number, title, number % 28 + 1, status, title);
    }
}

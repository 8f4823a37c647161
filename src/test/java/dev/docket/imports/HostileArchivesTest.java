package dev.docket.imports;

import static dev.docket.imports.Folder.nygard;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that were made to do harm, or broke on the way: refused at once, by name, and nothing is written. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class HostileArchivesTest {

    private static final String ZIP = "application/zip";
    private static final String GZIP = "application/gzip";
    private static final String GOOD = nygard(1, "Good", "Accepted");

    private Porter porter;

    @BeforeEach
    void begin() {
        porter = Porter.ofNewProject();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../0001-a.md",
                "adr/../../0001-a.md",
                "/etc/0001-a.md",
                "..\\0001-a.md",
                "C:/0001-a.md",
                "a/\u0000/0001-a.md",
                "a/\u202Edm.a-1000.md",
                "．．/0001-a.md",
                "／etc/0001-a.md",
                ".. /0001-a.md",
                "nested.zip",
                "a/nested.tar.gz"
            })
    void namesThatAreMoreThanNames(String name) {
        Folder folder = Folder.of("0001-good.md", GOOD).with(name, GOOD);
        refused(ZIP, folder.zip(), 422);
        if (name.indexOf('\0') < 0) {
            refused(GZIP, folder.tar(), 422);
        }
        assertThat(porter.post(
                                "text/markdown",
                                GOOD.getBytes(StandardCharsets.UTF_8),
                                "?path=" + java.net.URLEncoder.encode(name, StandardCharsets.UTF_8))
                        .statusCode())
                .isIn(400, 422, 202);
    }

    @Test
    void bombs() {
        refused(
                ZIP,
                Folder.of("0001-a.md", new String(new char[1 << 20]).replace('\0', 'a'))
                        .zip(),
                413);
        refused(
                GZIP,
                Folder.of("0001-a.md", new String(new char[1 << 20]).replace('\0', 'a'))
                        .tar(),
                413);
        Folder large = new Folder();
        byte[] noise = new byte[1 << 20];
        for (int i = 0; i < 66; i++) {
            large.with("%04d-x.md".formatted(i), noise);
        }
        refused(ZIP, large.zip(), 413);
        refused(GZIP, large.tar(), 413);
        refused(GZIP, new Folder().with("picture.png", new byte[80 << 20]).tar(), 413);
    }

    @Test
    @Tag("long")
    void aLineOfFiftyMegabytes() {
        byte[] line = new byte[50 << 20];
        new java.util.Random(1).nextBytes(line);
        for (int i = 0; i < line.length; i++) {
            line[i] = (byte) ('a' + (line[i] & 15));
        }
        refused(ZIP, new Folder().with("0001-a.md", line).zip(), 413);
        refused("text/markdown", line, 413);
    }

    @Test
    @Tag("long")
    void tooManyEntries() {
        Folder folder = new Folder();
        for (int i = 0; i < 100_000; i++) {
            folder.with("%06d.md".formatted(i), new byte[0]);
        }
        refused(ZIP, folder.zip(), 413);
        refused(GZIP, folder.tar(), 413);
        Folder files = new Folder();
        for (int i = 0; i < 5_001; i++) {
            files.with("%06d.md".formatted(i), new byte[0]);
        }
        refused(ZIP, files.zip(), 413);
    }

    @Test
    void linksAndEntriesThatAreTwice() throws IOException {
        refused(ZIP, zipOf("0001-a.md", 0120777), 422);
        refused(GZIP, tarOf(TarConstants.LF_SYMLINK), 422);
        refused(GZIP, tarOf(TarConstants.LF_LINK), 422);
        refused(GZIP, tarOf(TarConstants.LF_CHR), 422);
        refused(ZIP, Folder.of("a/0001-a.md", GOOD).with("./a//0001-a.md", GOOD).zip(), 422);
    }

    @Test
    void brokenArchives() {
        byte[] zip = Folder.of("0001-a.md", GOOD).with("0002-b.md", GOOD).zip();
        byte[] wrong = zip.clone();
        wrong[60] ^= 0x55;
        refused(ZIP, wrong, 400);
        refused(ZIP, Arrays.copyOf(zip, zip.length / 2), 400);
        refused(ZIP, "no archive".getBytes(StandardCharsets.UTF_8), 400);
        refused(ZIP, new byte[0], 400);
        byte[] tar = Folder.of("0001-a.md", GOOD).tar();
        byte[] wrongChecksum = tar.clone();
        wrongChecksum[tar.length - 6] ^= 0x55;
        refused(GZIP, wrongChecksum, 400);
        refused(GZIP, Arrays.copyOf(tar, tar.length - 20), 400);
        refused(GZIP, zip, 400);
        refused(GZIP, new byte[0], 400);
    }

    @Test
    void encryptedEntriesAndSizesThatLie() {
        byte[] zip = Folder.of("0001-a.md", GOOD).zip();
        int directory = indexOf(zip, new byte[] {'P', 'K', 1, 2});
        byte[] encrypted = zip.clone();
        encrypted[directory + 8] |= 1;
        refused(ZIP, encrypted, 422);
        byte[] lying = zip.clone();
        lying[directory + 24] ^= 0x0f;
        refused(ZIP, lying, 400);
        byte[] checksum = zip.clone();
        checksum[directory + 16] ^= 0x0f;
        refused(ZIP, checksum, 400);
    }

    private void refused(String type, byte[] body, int status) {
        Instant begin = Instant.now();
        Response response = porter.post(type, body, "");
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(5));
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.<String>path("detail")).isNotBlank();
        assertThat(porter.desk().request().get(porter.path() + "/adrs/1").statusCode())
                .isEqualTo(404);
    }

    private static byte[] zipOf(String name, int mode) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipArchiveOutputStream(bytes)) {
            var entry = new ZipArchiveEntry(name);
            entry.setUnixMode(mode);
            zip.putArchiveEntry(entry);
            zip.write("../../etc/passwd".getBytes(StandardCharsets.UTF_8));
            zip.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    private static byte[] tarOf(byte type) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new GzipCompressorOutputStream(bytes))) {
            var entry = new TarArchiveEntry("0001-a.md", type);
            entry.setLinkName("/etc/passwd");
            tar.putArchiveEntry(entry);
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int i = 0; i <= bytes.length - wanted.length; i++) {
            if (Arrays.equals(Arrays.copyOfRange(bytes, i, i + wanted.length), wanted)) {
                return i;
            }
        }
        throw new AssertionError("not there");
    }
}

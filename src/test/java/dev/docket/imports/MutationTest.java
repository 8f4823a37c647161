package dev.docket.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Files that somebody broke: each is imported or skipped with a reason, and comes out as it went in. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class MutationTest {

    private static final List<String> SPLINTERS = List.of(
            "```",
            "~~~",
            "---\n",
            "<!--",
            "-->",
            "\n# ",
            "\n===\n",
            "| a | b |\n| --- |",
            "- [ ] ",
            "&#0;",
            "\u0000",
            "\uFEFF",
            "\r",
            "[x]: ",
            "](",
            "**",
            "> ",
            "    ",
            "\t",
            "***",
            "status: accepted\n",
            "!!python/object",
            "&a [*a]",
            "*a",
            "\uD83C",
            "漢",
            "```markdown docket /title\nx\n```",
            "## Status\n",
            "Superseded by [1](0001-x.md)",
            "{{7*7}}",
            "<script>alert(1)</script>",
            "${jndi:ldap://x}",
            "%s%n",
            "\\",
            "'; DROP TABLE document; --");

    private final Random random = new Random(20261125);

    @Test
    void aHundredBrokenFilesAreImported() throws IOException {
        feed(100);
    }

    @Tag("long")
    @Test
    void tenThousandBrokenFilesAreImported() throws IOException {
        feed(5_000);
        feed(5_000);
    }

    private void feed(int count) throws IOException {
        List<byte[]> originals = originals();
        Folder folder = Folder.empty();
        for (int i = 0; i < count; i++) {
            byte[] broken = broken(originals.get(random.nextInt(originals.size())));
            folder.with("docs/%04d-file.md".formatted(i + 1), broken);
        }
        Porter porter = Porter.ofNewProject();

        JsonNode report = porter.imported(folder);

        assertThat(report.get("status").asText())
                .as(report.path("detail").asText())
                .isEqualTo("done");
        assertThat(report.get("files")).hasSize(count);
        for (JsonNode file : report.get("files")) {
            boolean unreadable = file.path("detail").asText().contains("there is no text to read");
            assertThat(file.get("outcome").asText())
                    .as(file.toString())
                    .isIn(unreadable ? List.of("failed") : List.of("created", "skipped"));
        }
        assertThat(porter.imported(folder).at("/counts/created").asInt()).isZero();
    }

    private static List<byte[]> originals() throws IOException {
        List<byte[]> originals = new ArrayList<>();
        for (Path folder : List.of(Path.of("src/test/resources/markdown"), Path.of("src/docs/adr"))) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(each -> each.toString().endsWith(".md"))
                        .sorted()
                        .toList()) {
                    originals.add(Files.readAllBytes(file));
                }
            }
        }
        return originals;
    }

    private byte[] broken(byte[] original) {
        byte[] bytes = original;
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            bytes = brokenOnce(bytes);
        }
        return bytes;
    }

    private byte[] brokenOnce(byte[] bytes) {
        int at = random.nextInt(bytes.length + 1);
        return switch (random.nextInt(6)) {
            case 0 ->
                spliced(
                        bytes,
                        at,
                        at,
                        SPLINTERS.get(random.nextInt(SPLINTERS.size())).getBytes(StandardCharsets.UTF_8));
            case 1 -> spliced(bytes, at, Math.min(bytes.length, at + random.nextInt(200)), new byte[0]);
            case 2 -> spliced(bytes, at, Math.min(bytes.length, at + 1), new byte[] {(byte) random.nextInt(256)});
            case 3 -> spliced(bytes, at, at, java.util.Arrays.copyOfRange(bytes, at / 2, at));
            case 4 -> spliced(bytes, at, bytes.length, new byte[0]);
            default -> spliced(bytes, at, at, "\n".repeat(random.nextInt(4)).getBytes(StandardCharsets.UTF_8));
        };
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] middle) {
        byte[] spliced = new byte[from + middle.length + bytes.length - to];
        System.arraycopy(bytes, 0, spliced, 0, from);
        System.arraycopy(middle, 0, spliced, from, middle.length);
        System.arraycopy(bytes, to, spliced, from + middle.length, bytes.length - to);
        return spliced;
    }
}

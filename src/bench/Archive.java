import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a zip of decision records in several dialects: {@code java Archive.java FILE RECORDS BYTES_EACH}. */
class Archive {

    private static final List<String> WORDS = List.of(
            ("ledger month partition index queue event store retry broker schema token cache replica region deploy"
                            + " rollback metric alert latency budget team service client contract version review")
                    .split(" "));

    private final Random random = new Random(42);

    public static void main(String[] args) throws IOException {
        new Archive().write(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    }

    private void write(Path file, int records, int bytes) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int number = 1; number <= records; number++) {
                zip.putNextEntry(new ZipEntry("docs/adr/%04d-%s.md".formatted(number, words(4).replace(' ', '-'))));
                zip.write((number % 2 == 0 ? nygard(number, bytes) : madr(number, bytes))
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private String nygard(int number, int bytes) {
        String link = number > 2 && number % 10 == 0
                ? "\n\nSupersedes [%d. Earlier](%04d-earlier.md)".formatted(number - 1, number - 1)
                : "";
        return """
                # %d. %s

                Date: 2024-03-%02d

                ## Status

                Accepted%s

                ## Context

                %s

                ## Decision

                %s

                ## Consequences

                %s
                """.formatted(
                        number, words(6), 1 + number % 28, link, prose(bytes / 2), prose(bytes / 4), prose(bytes / 4));
    }

    private String madr(int number, int bytes) {
        return """
                # %s

                * Status: accepted
                * Deciders: Mira Holt, Noor Haddad
                * Date: 2024-05-%02d

                ## Context and Problem Statement

                %s

                ## Decision Drivers

                * %s
                * %s

                ## Considered Options

                * Alpha
                * Beta

                ## Decision Outcome

                Chosen option: "Alpha", because %s.

                ### Positive Consequences

                * %s

                ## Pros and Cons of the Options

                ### Alpha

                * Good, because %s
                * Bad, because %s

                ### Beta

                * Good, because %s
                """.formatted(
                        words(6),
                        1 + number % 28,
                        prose(bytes / 2),
                        words(8),
                        words(8),
                        words(12),
                        prose(bytes / 4),
                        words(9),
                        words(9),
                        prose(bytes / 8));
    }

    private String prose(int bytes) {
        StringBuilder prose = new StringBuilder();
        while (prose.length() < bytes) {
            prose.append(words(12)).append(random.nextInt(6) == 0 ? ".\n\n" : ". ");
        }
        return prose.toString().strip();
    }

    private String words(int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(i == 0 ? "" : " ").append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return words.toString();
    }
}

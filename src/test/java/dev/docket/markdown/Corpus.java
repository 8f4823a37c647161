package dev.docket.markdown;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.docket.markdown.source.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Real files of real projects, where they are there: {@code -Ddocket.corpus=…} says where. */
public final class Corpus {

    private static final Path ROOT = Path.of(System.getProperty("docket.corpus", "../shared/corpus"));

    private Corpus() {}

    /**
     * A file of it.
     *
     * @param path below the corpus, such as {@code adr+madr/docs/decisions/0001-use-x.md}
     */
    public record File(String path, byte[] bytes, List<String> lines) {

        @Override
        public String toString() {
            return path;
        }
    }

    /**
     * What a reader said of a file.
     *
     * @param role {@code record}, {@code readme}, {@code index} or {@code template}
     * @param number a dash: it has none
     */
    public record Label(
            String file, String role, String kind, String number, String title, String status, String states) {}

    /** All files; the test that asks is skipped where they are not there. */
    public static List<File> files() {
        Assumptions.assumeTrue(Files.isDirectory(ROOT), "no corpus at " + ROOT.toAbsolutePath());
        try (Stream<Path> paths = Files.walk(ROOT)) {
            List<File> files = new ArrayList<>();
            for (Path path : paths.filter(each -> each.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                byte[] bytes = Files.readAllBytes(path);
                files.add(new File(
                        ROOT.relativize(path).toString(), bytes, Text.of(bytes).lines()));
            }
            return files;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The files that were read by people, with what they said. */
    public static List<Label> labels() {
        try (InputStream in =
                Objects.requireNonNull(Corpus.class.getResourceAsStream("/corpus/status-title-number.tsv"), "labels")) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Label(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6]))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

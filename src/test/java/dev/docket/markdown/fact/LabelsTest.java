package dev.docket.markdown.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.markdown.Corpus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Against what people said who read the files. */
class LabelsTest {

    private static final Map<String, List<String>> LINES = new HashMap<>();

    @Test
    void numbersOfPaths() {
        measured(
                "numbers",
                records(),
                label -> Objects.toString(Numbers.ofPath(label.file()), "-"),
                label -> "0".equals(label.number()) ? "-" : label.number());
    }

    @Test
    void kinds() {
        measured(
                "kinds",
                records(),
                label -> Kinds.of(label.file(), lines(label)).json(),
                Corpus.Label::kind);
        measured(
                "kinds without the project's name",
                records(),
                label -> Kinds.of(label.file().substring(label.file().indexOf('/') + 1), lines(label))
                        .json(),
                Corpus.Label::kind);
    }

    @Test
    void filesThatAreNoRecords() {
        measured(
                "roles",
                Corpus.labels(),
                label -> Skipped.why(label.file(), lines(label)).orElse("record"),
                Corpus.Label::role);
    }

    @Test
    void titles() {
        List<Corpus.Label> headed = records().stream()
                .filter(label ->
                        lines(label).stream().anyMatch(line -> line.startsWith("# ") && line.contains(label.title())))
                .toList();
        measured(
                "titles",
                headed,
                label -> Numbers.ofHeading(heading(label), Numbers.ofPath(label.file()))
                        .title(),
                Corpus.Label::title);
    }

    private static String heading(Corpus.Label label) {
        return lines(label).stream()
                .filter(line -> line.startsWith("# ") && line.contains(label.title()))
                .findFirst()
                .map(line -> line.substring(2).strip())
                .orElse("");
    }

    private static List<Corpus.Label> records() {
        return Corpus.labels().stream()
                .filter(label -> "record".equals(label.role()))
                .toList();
    }

    private static List<String> lines(Corpus.Label label) {
        if (LINES.isEmpty()) {
            Corpus.files().forEach(file -> LINES.put(file.path(), file.lines()));
        }
        return LINES.getOrDefault(label.file(), List.of());
    }

    private static void measured(
            String what,
            List<Corpus.Label> labels,
            Function<Corpus.Label, String> ours,
            Function<Corpus.Label, String> theirs) {
        List<String> wrong = new ArrayList<>();
        for (Corpus.Label label : labels) {
            String our = ours.apply(label);
            if (!our.equals(theirs.apply(label))) {
                wrong.add(label.file() + ": " + our + " instead of " + theirs.apply(label));
            }
        }
        System.out.printf("%s: %d of %d right%n", what, labels.size() - wrong.size(), labels.size());
        wrong.forEach(each -> System.out.println("  " + each));
        assertThat(wrong).hasSizeLessThanOrEqualTo(labels.size() / 100);
    }
}

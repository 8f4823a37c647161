package dev.docket.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.document.content.Kind;
import dev.docket.imports.Folder;
import dev.docket.imports.Porter;
import dev.docket.markdown.fact.Skipped;
import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Real projects, imported whole: what became of every file, and how often it is right where people have read it. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class CorpusTest {

    private static final double STATUS = 97;
    private static final double TITLE = 99;
    private static final double OPTIONS = 90;

    private final Map<String, Corpus.Label> labels =
            Corpus.labels().stream().collect(Collectors.toMap(Corpus.Label::file, Function.identity()));
    private final Tally tally = new Tally();

    /** Every so manieth project is enough for the quick build. */
    private static final int QUICK = 5;

    @Test
    void someProjectsAreImportedWithEveryWordAndComeBackAsTheyWere() throws IOException {
        List<String> projects = List.copyOf(projects().keySet());
        check(project -> projects.indexOf(project) % QUICK == 0);
    }

    @Test
    @Tag("long")
    void projectsAreImportedWithEveryWordAndComeBackAsTheyWere() throws IOException {
        check(project -> true);
        assertThat(tally.percent("status")).as(said("status")).isGreaterThanOrEqualTo(STATUS);
        assertThat(tally.percent("title")).as(said("title")).isGreaterThanOrEqualTo(TITLE);
        assertThat(tally.percent("number")).as(said("number")).isGreaterThanOrEqualTo(TITLE);
        assertThat(tally.percent("kind")).as(said("kind")).isGreaterThanOrEqualTo(TITLE);
        assertThat(tally.percent("options")).as(said("options")).isGreaterThanOrEqualTo(OPTIONS);
    }

    private void check(Predicate<String> chosen) throws IOException {
        Map<String, JsonNode> structures = StreamSupport.stream(
                        StructureTest.labels().spliterator(), false)
                .collect(Collectors.toMap(label -> label.path("file").asText(), Function.identity()));
        for (Map.Entry<String, List<Corpus.File>> project : projects().entrySet()) {
            if (chosen.test(project.getKey())) {
                check(project.getKey(), project.getValue(), structures);
            }
        }
        System.out.println(tally.table());
        for (String whole : List.of("imported", "words", "bytes", "fixpoint")) {
            assertThat(tally.wrong(whole)).as(whole).isEmpty();
        }
    }

    private static Map<String, List<Corpus.File>> projects() {
        return Corpus.files().stream()
                .filter(file -> file.path().contains("/"))
                .collect(Collectors.groupingBy(
                        file -> file.path().substring(0, file.path().indexOf('/')), TreeMap::new, Collectors.toList()));
    }

    private void check(String project, List<Corpus.File> files, Map<String, JsonNode> structures) {
        Porter porter = Porter.ofNewProject();
        Folder folder = Folder.empty();
        files.forEach(file -> folder.with(inside(project, file), file.bytes()));
        Map<String, JsonNode> report = new LinkedHashMap<>();
        porter.imported(folder)
                .path("files")
                .forEach(file -> report.put(file.path("path").asText(), file));
        Map<String, byte[]> exported = Porter.unzipped(porter.export(""));
        for (Corpus.File file : files) {
            JsonNode line = report.get(inside(project, file));
            String outcome = line == null ? "nothing" : line.path("outcome").asText();
            String wanted = record(file) ? "created" : "skipped";
            tally.add(file.path(), "imported", outcome.equals(wanted), outcome + " " + line);
            if (line != null && line.has("ref") && record(file)) {
                String ref = line.path("ref").asText();
                ObjectNode document = (ObjectNode) porter.read(porter.path() + "/" + segment(ref));
                check(file, document, exported, structures.get(file.path()));
            }
        }
    }

    private static String inside(String project, Corpus.File file) {
        return file.path().substring(project.length() + 1);
    }

    private boolean record(Corpus.File file) {
        Corpus.Label label = labels.get(file.path());
        return label == null
                ? Skipped.why(file.path(), file.lines()).isEmpty()
                : label.role().equals("record");
    }

    private static String segment(String ref) {
        String[] parts = ref.split("-", 2);
        return parts[0].toLowerCase(java.util.Locale.ROOT) + "s/" + Integer.parseInt(parts[1]);
    }

    private void check(
            Corpus.File file,
            ObjectNode document,
            Map<String, byte[]> exported,
            @org.jspecify.annotations.Nullable JsonNode structure) {
        Set<String> lost = Kept.lost(file.lines(), document);
        tally.add(file.path(), "words", lost.isEmpty(), lost.toString());
        Kind kind = Kind.of(document.path("kind").asText());
        byte[] bytes =
                exported.get(kind.json() + "/" + document.path("fileName").asText());
        tally.add(file.path(), "bytes", Arrays.equals(bytes, file.bytes()), "other bytes");
        fixpoint(file, document);
        Corpus.Label label = labels.get(file.path());
        if (label != null) {
            judge(file.path(), document, label);
        }
        if (structure != null) {
            StructureTest.options(file.path(), document, structure, tally);
        }
    }

    private void fixpoint(Corpus.File file, ObjectNode document) {
        Template own = Template.of(document);
        String written = Markdown.write(document, own.id());
        ObjectNode again =
                Markdown.read(written, new Hint(own.kind(), own.id(), null)).content();
        Set<String> differences = Differences.between(Authored.of(document), Authored.of(again));
        tally.add(file.path(), "fixpoint", differences.isEmpty(), differences.toString());
    }

    private void judge(String file, JsonNode document, Corpus.Label label) {
        tally.compare(file, "kind", document.path("kind").asText(), label.kind());
        String number = label.number().equals("0") ? "-" : label.number();
        tally.compare(file, "number", document.at("/source/number").asText("-"), number);
        String title = document.path("title").asText();
        tally.compare(file, "title", Headings.name(title), Headings.name(label.title()));
        if (label.states().equals("yes")) {
            tally.compare(file, "status", document.path("status").asText(), label.status());
        }
    }

    private String said(String thing) {
        return thing + " in\n" + String.join("\n", tally.wrong(thing));
    }
}

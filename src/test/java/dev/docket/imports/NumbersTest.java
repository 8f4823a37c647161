package dev.docket.imports;

import static dev.docket.imports.Folder.nygard;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.Together;
import dev.docket.document.content.Kind;
import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Numbers of imported documents, and of those created before, after and meanwhile. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class NumbersTest {

    private Porter porter;

    @BeforeEach
    void begin() {
        porter = Porter.ofNewProject();
    }

    @Test
    void filesKeepTheirNumbersAndTheCounterGoesPastThem() {
        JsonNode report = porter.imported(Folder.of("0007-seven.md", nygard(7, "Seven", "Accepted"))
                .with("0003-three.md", nygard(3, "Three", "Accepted")));
        assertThat(Porter.lines(report))
                .containsExactly("0007-seven.md created ADR-0007", "0003-three.md created ADR-0003");
        assertThat(created("After")).isEqualTo(8);
    }

    @Test
    void datesAreNoNumbersAndComeAfterThoseThatAre() {
        JsonNode report = porter.imported(Folder.of("2021-03-04-later.md", "# Later\n\n## Context\n\nB\n")
                .with("2020-01-02-sooner.md", "# Sooner\n\n## Context\n\nA\n")
                .with("0005-five.md", nygard(5, "Five", "Accepted")));
        assertThat(report.findValuesAsText("ref")).hasSize(3);
        assertThat(refOf(report, "0005-five.md")).isEqualTo("ADR-0005");
        assertThat(List.of(refOf(report, "2021-03-04-later.md"), refOf(report, "2020-01-02-sooner.md")))
                .containsExactlyInAnyOrder("ADR-0006", "ADR-0007");
        assertThat(created("After")).isEqualTo(8);
    }

    @Test
    void aNumberThatIsTakenBecomesTheNextFreeOneAfterAll() {
        created("First");
        created("Second");
        JsonNode report = porter.imported(Folder.of("0001-a.md", nygard(1, "A", "Accepted"))
                .with("0004-b.md", nygard(4, "B", "Accepted\n\nAmends [1. A](0001-a.md)"))
                .with("0004-c.md", nygard(4, "C", "Accepted")));
        assertThat(Porter.lines(report))
                .containsExactly(
                        "0001-a.md created ADR-0005 !number-taken",
                        "0004-b.md created ADR-0004",
                        "0004-c.md created ADR-0006 !number-taken");
        assertThat(porter.adr(5).at("/source/number").asInt()).isEqualTo(1);
        assertThat(Porter.links(porter.adr(4))).containsExactly("amends ADR-0005");
        assertThat(created("After")).isEqualTo(7);
    }

    @Test
    void importsAndCreatesNeverTakeEachOthersNumbers() {
        List<List<Integer>> taken = Together.run(10, 10, i -> {
            List<Integer> numbers = new ArrayList<>();
            if (i < 4) {
                Folder folder = new Folder();
                IntStream.rangeClosed(1, 15)
                        .forEach(n -> folder.with(
                                "part%d/%04d-x.md".formatted(i, n), nygard(n, "Part " + i + " " + n, "Accepted")));
                porter.imported(folder)
                        .findValuesAsText("ref")
                        .forEach(ref -> numbers.add(Integer.valueOf(ref.substring(4))));
            } else {
                IntStream.range(0, 15).forEach(n -> numbers.add(created("Created " + i + " " + n)));
            }
            return numbers;
        });
        List<Integer> all = taken.stream().flatMap(List::stream).sorted().toList();
        assertThat(all).hasSize(150).doesNotHaveDuplicates();
        int last = all.get(all.size() - 1);
        assertThat(created("After")).isGreaterThan(last);
    }

    @Test
    void theSameFolderTwiceAtOnceIsImportedOnce() {
        Folder folder = new Folder();
        IntStream.rangeClosed(1, 30)
                .forEach(n -> folder.with("%04d-x.md".formatted(n), nygard(n, "Title " + n, "Accepted")));
        List<JsonNode> reports = Together.run(3, 3, i -> porter.imported(folder));
        assertThat(reports.stream()
                        .mapToInt(report -> report.at("/counts/created").asInt())
                        .sum())
                .isEqualTo(30);
        assertThat(reports.stream()
                        .mapToInt(report -> report.at("/counts/unchanged").asInt())
                        .sum())
                .isEqualTo(60);
        assertThat(created("After")).isEqualTo(31);
    }

    private static String refOf(JsonNode report, String path) {
        for (JsonNode file : report.get("files")) {
            if (file.get("path").asText().equals(path)) {
                return file.get("ref").asText();
            }
        }
        throw new AssertionError("no " + path);
    }

    private int created(String title) {
        return porter.desk().created(Kind.ADR, Map.of("title", title));
    }
}

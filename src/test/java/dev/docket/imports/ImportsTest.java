package dev.docket.imports;

import static dev.docket.imports.Folder.nygard;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.document.content.Kind;
import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of files: once, again, changed, edited here, renamed. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class ImportsTest {

    private static final String PATH = "doc/adr/0001-use-postgresql.md";
    private static final String TEXT = nygard(1, "Use PostgreSQL", "Accepted");

    private Porter porter;

    @BeforeEach
    void begin() {
        porter = Porter.ofNewProject();
    }

    @Test
    void aFolderBecomesDocumentsAndTheSameFolderAgainChangesNothing() {
        Folder folder = Folder.of(PATH, TEXT)
                .with("doc/adr/0002-use-java.md", nygard(2, "Use Java", "Proposed"))
                .with("doc/adr/README.md", "# Decisions\n\nHere they are.\n")
                .with("doc/adr/template.md", "# NUMBER. TITLE\n\n## Status\n\n## Context\n")
                .with("doc/adr/picture.png", new byte[] {1, 2, 3});
        JsonNode report = porter.imported(folder);
        assertThat(Porter.lines(report))
                .containsExactly(
                        PATH + " created ADR-0001",
                        "doc/adr/0002-use-java.md created ADR-0002",
                        "doc/adr/README.md skipped",
                        "doc/adr/template.md skipped",
                        "doc/adr/picture.png skipped");
        assertThat(report.at("/counts/created").asInt()).isEqualTo(2);
        assertThat(report.at("/counts/skipped").asInt()).isEqualTo(3);
        assertThat(porter.adr(2).get("status").asText()).isEqualTo("proposed");
        JsonNode document = porter.adr(1);
        assertThat(document.get("title").asText()).isEqualTo("Use PostgreSQL");
        assertThat(document.get("status").asText()).isEqualTo("accepted");
        assertThat(document.get("date").asText()).isEqualTo("2021-05-02");
        assertThat(document.at("/source/path").asText()).isEqualTo(PATH);
        assertThat(document.at("/source/number").asInt()).isEqualTo(1);
        assertThat(document.at("/record/0/action").asText()).isEqualTo("imported");
        assertThat(document.has("approvals")).isFalse();
        JsonNode again = porter.report(porter.post("application/gzip", folder.tar(), ""));
        assertThat(again.at("/counts/unchanged").asInt()).isEqualTo(2);
        assertThat(again.at("/counts/skipped").asInt()).isEqualTo(3);
        assertThat(porter.adr(1)).isEqualTo(document);
    }

    @Test
    void escapesThatStandForNoTextAreNoReasonToFail() {
        String file =
                "---\nstatus: accepted\ndeciders: \"a\\0b\\ud83cc\"\n---\n# Use Java\n\n## Context\n\nx\n\n## Decision\n\ny\n";
        assertThat(Porter.lines(porter.imported(Folder.of(PATH, file)))).containsExactly(PATH + " created ADR-0001");
        assertThat(porter.adr(1).at("/deciders/0").asText()).isEqualTo("a\uFFFDb\uFFFDc");
    }

    @Test
    void aDryRunSaysTheSameAndChangesNothing() {
        Folder folder = Folder.of(PATH, TEXT).with("doc/adr/notes.txt", "nothing");
        JsonNode dry = porter.imported(folder, "?dryRun=true");
        assertThat(dry.get("dryRun").asBoolean()).isTrue();
        assertThat(porter.desk().request().get(porter.path() + "/adrs/1").statusCode())
                .isEqualTo(404);
        int number = porter.desk().created(Kind.RFC, Map.of("title", "Numbers are not taken"));
        assertThat(number).isEqualTo(1);
        assertThat(porter.imported(folder).get("files")).isEqualTo(dry.get("files"));
        assertThat(Porter.lines(porter.imported(Folder.of(PATH, TEXT + "\nMore.\n"), "?dryRun=true")))
                .containsExactly(PATH + " revised ADR-0001");
        assertThat(porter.adr(1).get("revision").asInt()).isEqualTo(1);
    }

    @Test
    void aDocumentFollowsItsFileUntilItIsEditedHere() {
        porter.imported(Folder.of(PATH, TEXT));
        String changed = TEXT.replace("Accepted", "Deprecated").replace("gets better", "got better");
        assertThat(Porter.lines(porter.imported(Folder.of(PATH, changed)))).containsExactly(PATH + " revised ADR-0001");
        JsonNode revised = porter.adr(1);
        assertThat(revised.get("revision").asInt()).isEqualTo(2);
        assertThat(revised.get("status").asText()).isEqualTo("deprecated");
        assertThat(revised.toString()).contains("got better");
        assertThat(revised.at("/record/1/action").asText()).isEqualTo("imported");
        assertThat(revised.at("/record/1/from").asText()).isEqualTo("accepted");
        assertThat(porter.desk().patch(1, Map.of("tags", List.of("storage")))).isEqualTo(200);
        JsonNode edited = porter.adr(1);
        assertThat(Porter.lines(porter.imported(Folder.of(PATH, changed))))
                .containsExactly(PATH + " unchanged ADR-0001");
        JsonNode conflict = porter.imported(Folder.of(PATH, changed.replace("got better", "got worse")));
        assertThat(Porter.lines(conflict)).containsExactly(PATH + " conflict ADR-0001");
        assertThat(conflict.at("/files/0/diff").asText())
                .contains("-It got better.\n")
                .contains("+It got worse.\n");
        assertThat(porter.adr(1)).isEqualTo(edited);
    }

    @Test
    void aRenamedFileIsTheSameDocument() {
        porter.imported(Folder.of(PATH, TEXT).with("doc/adr/0002-x.md", nygard(2, "Second", "Accepted")));
        JsonNode report = porter.imported(Folder.of("architecture/0001-use-postgres.md", TEXT)
                .with("architecture/0002-second.md", nygard(2, "Second", "Rejected")));
        assertThat(Porter.lines(report))
                .containsExactly(
                        "architecture/0001-use-postgres.md unchanged ADR-0001",
                        "architecture/0002-second.md revised ADR-0002");
        assertThat(Porter.lines(porter.imported(
                        Folder.of("architecture/0001-use-postgres.md", TEXT.replace("better", "worse")))))
                .containsExactly("architecture/0001-use-postgres.md revised ADR-0001");
    }

    @Test
    void anArchiveOfAnotherCommitIsOfTheSameFiles() {
        porter.imported(Folder.of("ledger-main/docs/0001-a.md", nygard(1, "One thing", "Accepted")));
        assertThat(Porter.lines(porter.imported(
                        Folder.of("ledger-1f2e3d/docs/0001-a.md", nygard(1, "Another thing", "Accepted")))))
                .containsExactly("ledger-1f2e3d/docs/0001-a.md revised ADR-0001");
    }

    @Test
    void aSingleFileIsImportedWithAPathAndWithout() {
        byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
        JsonNode report = porter.report(porter.post("text/markdown", bytes, "?path=" + PATH));
        assertThat(Porter.lines(report)).containsExactly(PATH + " created ADR-0001");
        assertThat(Porter.lines(porter.report(porter.post("text/markdown", bytes, ""))))
                .containsExactly(" unchanged ADR-0001");
        byte[] rfc = "# Instant payouts\n\n## Summary\n\nPay at once.\n".getBytes(StandardCharsets.UTF_8);
        assertThat(Porter.lines(porter.report(porter.post("text/markdown; charset=utf-8", rfc, "?kind=rfc"))))
                .containsExactly(" created RFC-0001 !no-status");
        assertThat(porter.read(porter.path() + "/rfcs/1").get("title").asText()).isEqualTo("Instant payouts");
    }

    @Test
    void whatIsNoTextFailsAloneAndBrokenTextIsRepaired() {
        byte[] broken = TEXT.getBytes(StandardCharsets.UTF_8);
        broken[TEXT.indexOf("better")] = (byte) 0xff;
        JsonNode report = porter.imported(Folder.of("0001-a.md", "")
                .with("0002-b.md", new byte[] {0, 1, 2, 3, (byte) 0xff, 0, 0, 9})
                .with("0003-c.md", broken)
                .with("0004-d.md", nygard(4, "Fine", "Accepted")));
        assertThat(Porter.lines(report))
                .hasSize(4)
                .contains("0001-a.md failed", "0002-b.md failed", "0004-d.md created ADR-0004")
                .anyMatch(line -> line.startsWith("0003-c.md created ADR-") && line.contains("!broken-text"));
    }

    @Test
    void aChoiceThatCannotBeOneIsKeptInWords() {
        String text = """
                # 1. Choose

                ## Context and Problem Statement

                Which?

                ## Considered Options

                * One
                * Two

                ## Decision Outcome

                Chosen option: "Three", because it was not listed.
                """;
        JsonNode report = porter.imported(Folder.of("0001-choose.md", text));
        assertThat(Porter.lines(report))
                .hasSize(1)
                .allMatch(line -> line.startsWith("0001-choose.md created ADR-0001"));
        assertThat(porter.adr(1).toString()).contains("Three");
    }

    @Test
    void importsTakeAMaintainerAndExportsAReader() {
        byte[] zip = Folder.of(PATH, TEXT).zip();
        Porter author = new Porter(porter.desk().colleague("author", List.of("author")));
        assertThat(author.post("application/zip", zip, "").statusCode()).isEqualTo(403);
        Porter nobody = new Porter(dev.docket.document.Desk.ofNewProject());
        assertThat(nobody.desk()
                        .request()
                        .contentType("application/zip")
                        .body(zip)
                        .post(porter.path() + "/imports")
                        .statusCode())
                .isEqualTo(403);
        assertThat(nobody.desk().request().get(porter.path() + "/export").statusCode())
                .isEqualTo(200);
        assertThat(dev.docket.Api.anonymous().get(porter.path() + "/export").statusCode())
                .isEqualTo(401);
        assertThat(porter.post("application/json", "{}".getBytes(StandardCharsets.UTF_8), "")
                        .statusCode())
                .isEqualTo(415);
        assertThat(porter.post("application/zip", zip, "?kind=adrs").statusCode())
                .isEqualTo(400);
        assertThat(porter.post("application/zip", zip, "?template=none").statusCode())
                .isEqualTo(400);
        assertThat(porter.post("application/zip", zip, "?template=rfc&kind=adr").statusCode())
                .isEqualTo(400);
        assertThat(porter.desk().request().get(porter.path() + "/imports/x").statusCode())
                .isEqualTo(404);
        JsonNode report = porter.imported(Folder.of(PATH, TEXT));
        assertThat(nobody.desk()
                        .request()
                        .get(nobody.path() + "/imports/" + report.get("id").asText())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void teamsHaveTheirOwnFirstRecords() {
        String first = "Record architecture decisions";
        porter.imported(Folder.of("service-a/adr/0001-record.md", nygard(1, first, "Accepted")));

        JsonNode report =
                porter.imported(Folder.of("service-b/adr/0001-record.md", nygard(1, first, "Accepted") + "\nOurs.\n"));

        assertThat(report.at("/files/0/outcome").asText()).isEqualTo("created");
        assertThat(report.at("/files/0/ref").asText()).isEqualTo("ADR-0002");
        JsonNode again =
                porter.imported(Folder.of("service-b-1a2b3c4/adr/0001-record.md", nygard(1, first, "Rejected")));
        assertThat(again.at("/files/0/ref").asText()).isEqualTo("ADR-0002");
    }
}

package dev.docket.imports;

import static dev.docket.imports.Folder.nygard;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.document.Desk;
import dev.docket.document.content.Kind;
import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes out: the files as they came in, and the others written. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class ExportTest {

    private Porter porter;

    @BeforeEach
    void begin() {
        porter = Porter.ofNewProject();
    }

    @Test
    void whatWasImportedComesBackByteForByteUntilItIsEdited() {
        byte[] odd = "\uFEFF# 2. New  \r\n\r\nStatus: accepted\r\n\r\nSupersedes ADR-0001\r\n\r\n## Context\r\nNo end"
                .getBytes(StandardCharsets.UTF_8);
        Folder folder = Folder.of("docs/0001-old.md", nygard(1, "Old", "Superseded by [2. New](0002-new.md)"))
                .with("docs/0002-new.md", odd);
        porter.imported(folder);
        int written = porter.desk().created(Kind.RFC, Desk.complete(Kind.RFC));
        byte[] zip = porter.export("");
        Map<String, byte[]> files = Porter.unzipped(zip);
        assertThat(files.keySet())
                .containsExactly("adr/0001-old.md", "adr/0002-new.md", "rfc/0001-instant-payouts.md", "index.md");
        assertThat(files.get("adr/0001-old.md")).isEqualTo(folder.files().get("docs/0001-old.md"));
        assertThat(files.get("adr/0002-new.md")).isEqualTo(odd);
        assertThat(text(files, "rfc/0001-instant-payouts.md")).contains("Instant payouts");
        assertThat(text(files, "index.md"))
                .contains("| [ADR-0001](adr/0001-old.md) | Old | superseded | ")
                .contains("superseded by [ADR-0002](adr/0002-new.md)")
                .contains("| [RFC-0001](rfc/0001-instant-payouts.md) | Instant payouts | proposed | ");
        assertThat(written).isEqualTo(1);
        assertThat(porter.export("")).isEqualTo(zip);
        assertThat(single(2).asByteArray()).isEqualTo(odd);
        porter.desk().patch(2, Map.of("tags", List.of("new")));
        assertThat(single(2).asByteArray()).isNotEqualTo(odd);
        Map<String, byte[]> edited = Porter.unzipped(porter.export(""));
        assertThat(edited.get("adr/0001-old.md")).isEqualTo(files.get("adr/0001-old.md"));
        assertThat(edited.get("adr/0002-new.md")).isNotEqualTo(odd);
    }

    @Test
    void oneDocumentIsTheFileItCameFromUntilItIsEditedOrATemplateIsNamed() {
        byte[] odd = "\uFEFF# 1. Odd  \r\n\r\n## Context\r\nNo end".getBytes(StandardCharsets.UTF_8);
        porter.imported(Folder.of("notes.txt", "left out").with("0001-odd.md", odd));
        assertThat(markdown("")).isEqualTo(odd);
        assertThat(markdown("/revisions/1")).isEqualTo(odd);
        assertThat(markdown("?template=adr-drivers")).isNotEqualTo(odd);
        porter.desk().patch(1, Map.of("tags", List.of("new")));
        assertThat(markdown("")).isNotEqualTo(odd);
    }

    private byte[] markdown(String rest) {
        return porter.desk()
                .request()
                .accept("text/markdown")
                .get(porter.path() + "/adrs/1" + rest)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    @Test
    void aKindAndATemplateAreChosen() {
        porter.imported(Folder.of("0001-a.md", nygard(1, "A", "Accepted")));
        porter.desk().created(Kind.RFC, Desk.complete(Kind.RFC));
        assertThat(Porter.unzipped(porter.export("?kind=rfc")).keySet())
                .containsExactly("rfc/0001-instant-payouts.md", "index.md");
        Map<String, byte[]> files = Porter.unzipped(porter.export("?template=adr-drivers"));
        assertThat(text(files, "adr/0001-a.md")).isNotEqualTo(nygard(1, "A", "Accepted"));
        assertThat(porter.desk()
                        .request()
                        .get(porter.path() + "/export?template=x")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void anExportIsImportedAgain() {
        porter.imported(
                Folder.of("0001-a.md", nygard(1, "A", "Accepted")).with("0002-b.md", nygard(2, "B", "Rejected")));
        byte[] zip = porter.export("");
        Porter other = Porter.ofNewProject();
        assertThat(Porter.lines(other.report(other.post("application/zip", zip, ""))))
                .containsExactly(
                        "adr/0001-a.md created ADR-0001", "adr/0002-b.md created ADR-0002", "index.md skipped");
        Map<String, byte[]> files = Porter.unzipped(other.export(""));
        assertThat(files.get("adr/0002-b.md")).isEqualTo(Porter.unzipped(zip).get("adr/0002-b.md"));
    }

    private Response single(int number) {
        return porter.desk().request().accept("text/markdown").get(porter.path() + "/adrs/" + number);
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }
}

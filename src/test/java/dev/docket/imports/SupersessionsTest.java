package dev.docket.imports;

import static dev.docket.imports.Folder.nygard;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.document.content.Kind;
import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Links between imported documents, above all who took whose place. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class SupersessionsTest {

    private static final String OLD = "0001-old.md";
    private static final String NEW = "0002-new.md";

    private Porter porter;

    @BeforeEach
    void begin() {
        porter = Porter.ofNewProject();
    }

    @Test
    void theSuccessorsWordIsEnough() {
        Folder folder = Folder.of(OLD, nygard(1, "Old", "Accepted"))
                .with(NEW, nygard(2, "New", "Accepted\n\nSupersedes [1. Old](0001-old.md)"));
        porter.imported(folder);
        superseded();
        assertThat(porter.adr(1).get("revision").asInt()).isEqualTo(1);
        assertThat(porter.imported(folder).at("/counts/unchanged").asInt()).isEqualTo(2);
        assertThat(porter.adr(1).get("revision").asInt()).isEqualTo(1);
    }

    @Test
    void thePredecessorsWordIsEnough() {
        porter.imported(Folder.of(OLD, nygard(1, "Old", "Superseded by [2. New](0002-new.md)"))
                .with(NEW, nygard(2, "New", "Accepted")));
        superseded();
    }

    @Test
    void aSuccessorThatComesLaterSupersedesWhatIsThere() {
        porter.imported(Folder.of(OLD, nygard(1, "Old", "Accepted")));
        porter.imported(Folder.of(NEW, nygard(2, "New", "Accepted\n\nSupersedes [1. Old](0001-old.md)")));
        superseded();
        assertThat(porter.adr(1).get("revision").asInt()).isEqualTo(2);
        Folder both = Folder.of(OLD, nygard(1, "Old", "Accepted"))
                .with(NEW, nygard(2, "New", "Accepted\n\nSupersedes [1. Old](0001-old.md)"));
        assertThat(porter.imported(both).at("/counts/unchanged").asInt()).isEqualTo(2);
        JsonNode revised = porter.imported(Folder.of(OLD, nygard(1, "Old", "Accepted") + "\nOne line more.\n"));
        assertThat(Porter.lines(revised)).containsExactly(OLD + " revised ADR-0001");
        superseded();
    }

    @Test
    void aPredecessorThatNamedWhatWasNotThereIsLinkedOnceItIs() {
        JsonNode report = porter.imported(Folder.of(OLD, nygard(1, "Old", "Superseded by [2. New](0002-new.md)")));
        assertThat(Porter.lines(report)).containsExactly(OLD + " created ADR-0001 !unknown-reference");
        assertThat(report.at("/files/0/warnings/0/line").asInt()).isEqualTo(7);
        assertThat(porter.adr(1).get("statusText").asText()).contains("0002-new.md");
        porter.imported(Folder.of(NEW, nygard(2, "New", "Accepted")));
        superseded();
    }

    @Test
    void whatWasEditedHereIsLeftAlone() {
        porter.imported(Folder.of(OLD, nygard(1, "Old", "Accepted")));
        porter.desk().patch(1, Map.of("tags", List.of("storage")));
        JsonNode report =
                porter.imported(Folder.of(NEW, nygard(2, "New", "Accepted\n\nSupersedes [1. Old](0001-old.md)")));
        assertThat(Porter.lines(report)).containsExactly(NEW + " created ADR-0002 !not-linked");
        assertThat(porter.adr(1).get("status").asText()).isEqualTo("accepted");
        assertThat(porter.adr(1).get("revision").asInt()).isEqualTo(2);
        assertThat(Porter.links(porter.adr(2))).containsExactly("supersedes ADR-0001");
    }

    @Test
    void aProposalSupersedesNothingYetAndCanBeAcceptedAfterwards() {
        porter.imported(Folder.of(OLD, nygard(1, "Old", "Accepted"))
                .with(NEW, nygard(2, "New", "Proposed\n\nSupersedes [1. Old](0001-old.md)"))
                .with("0003-older.md", nygard(3, "Older", "Superseded by [2. New](0002-new.md)")));
        assertThat(porter.adr(1).get("status").asText()).isEqualTo("accepted");
        assertThat(Porter.links(porter.adr(2))).contains("supersedes ADR-0001", "supersedes ADR-0003");
        assertThat(porter.desk().accept(Kind.ADR, 2).statusCode()).isEqualTo(200);
        assertThat(porter.adr(1).get("status").asText()).isEqualTo("superseded");
        assertThat(porter.adr(3).get("revision").asInt()).isEqualTo(1);
    }

    private void superseded() {
        JsonNode old = porter.adr(1);
        assertThat(old.get("status").asText()).isEqualTo("superseded");
        assertThat(Porter.links(old)).containsExactly("superseded-by ADR-0002");
        assertThat(old.get("record").findValuesAsText("by")).contains("ADR-0002");
        assertThat(Porter.links(porter.adr(2))).containsExactly("supersedes ADR-0001");
        assertThat(porter.adr(2).get("status").asText()).isEqualTo("accepted");
    }
}

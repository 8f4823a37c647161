package dev.docket.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.document.content.Fixtures;
import dev.docket.document.content.Kind;
import dev.docket.document.content.Status;
import dev.docket.document.content.TemplateExample;
import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The main job: a complete document of each template, entered, approved, accepted, superseded, read back whole. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class TemplatesJobTest {

    static Stream<String> fixtures() {
        return Stream.concat(Fixtures.ADRS.stream(), Fixtures.RFCS.stream());
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void aCompleteDocumentLivesItsWholeLife(String fixture) {
        Kind kind = Fixtures.ADRS.contains(fixture) ? Kind.ADR : Kind.RFC;
        live(kind, Fixtures.read(fixture));
    }

    @Test
    void theFilledInExampleOfTheTemplateLivesItsWholeLife() {
        var example = TemplateExample.read();
        Assumptions.assumeTrue(example.isPresent(), "the folder of templates is not there");
        live(Kind.ADR, example.orElseThrow());
    }

    private static void live(Kind kind, ObjectNode body) {
        Desk maintainer = Desk.ofNewProject();
        Desk author = maintainer.colleague("author", List.of("author"));
        Desk security = maintainer.colleague("security", List.of("approver"), "security");
        body.remove("approvals");
        predecessors(maintainer, kind, body);
        maintainer.rules(kind, Map.of("requiredRoles", List.of("security"), "openQuestionsBlock", false));
        int number = author.created(kind, body);
        assertThat(author.read(kind, number).get("status").asText()).isEqualTo("proposed");
        String approval = author.approvalOf(kind, number, "security");
        assertThat(security.judge(kind, number, approval, "approved").statusCode())
                .isEqualTo(200);
        Response accepted = maintainer.accept(kind, number);
        assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(200);
        int successor = maintainer.inStatus(kind, Status.PROPOSED);
        maintainer.judgeAs(security, kind, successor);
        maintainer.accept(kind, successor);
        Response superseded =
                maintainer.move(kind, number, Map.of("to", "superseded", "by", Desk.ref(kind, successor)));
        assertThat(superseded.statusCode()).as(superseded.asString()).isEqualTo(200);
        assertThat(words(maintainer.read(kind, number)))
                .as("every word is there")
                .containsAll(words(body));
        sameContent(body, maintainer.read(kind, number));
    }

    /** What the document links to has to be there first. */
    private static void predecessors(Desk desk, Kind kind, ObjectNode body) {
        for (JsonNode link : body.path("links")) {
            Address target = Address.parse(link.get("target").asText(), desk.project);
            if (target != null && target.project().equals(desk.project)) {
                while (desk.request()
                                .get(desk.path(target.kind(), target.number()))
                                .statusCode()
                        == 404) {
                    int made = desk.created(target.kind(), Desk.complete(target.kind()));
                    if (target.kind() == kind && link.get("rel").asText().equals("supersedes")) {
                        desk.accept(kind, made);
                    }
                }
            } else if (target != null) {
                ((ObjectNode) link).put("target", Desk.ref(Kind.ADR, 1));
            }
        }
    }

    /** Every member that was sent is there, as it was sent; the server adds its own. */
    private static void sameContent(ObjectNode sent, ObjectNode kept) {
        sent.properties().forEach(member -> {
            if (!List.of("decision", "links", "options", "risks").contains(member.getKey())) {
                assertThat(kept.get(member.getKey())).as(member.getKey()).isEqualTo(member.getValue());
            }
        });
    }

    private static List<String> words(JsonNode node) {
        List<String> words = new ArrayList<>();
        collect(node, words);
        return words;
    }

    private static void collect(JsonNode node, List<String> words) {
        if (node.isTextual()) {
            words.addAll(List.of(node.asText().split("\\s+")));
        } else if (node instanceof ArrayNode || node instanceof ObjectNode) {
            Map<String, JsonNode> members = new TreeMap<>();
            node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
            // The choice is kept as an id, whatever named it.
            members.remove("chosen");
            (node.isArray() ? node : members.values()).forEach(each -> collect(each, words));
        }
    }
}

package dev.docket.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.document.content.Fixtures;
import dev.docket.document.content.Kind;
import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a decided document still lets change, member by member, and what an open one calls judged. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class FrozenTest {

    private static final Set<String> FROZEN = Set.of(
            "title",
            "author",
            "deciders",
            "story",
            "context",
            "summary",
            "motivation",
            "background",
            "design",
            "options",
            "decision",
            "consequences",
            "security",
            "compatibility",
            "openQuestions",
            "extraSections");
    private static final Set<String> JUDGED_BUT_LIVE = Set.of(
            "implementation",
            "plan",
            "rollout",
            "verification",
            "testing",
            "success",
            "migration",
            "appendix",
            "risks");

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyMemberIsFrozenLiveOrFreeAsTheTableSays(Kind kind) {
        Desk desk = Desk.ofNewProject();
        ObjectNode body = body(kind);
        int open = desk.created(kind, body);
        int decided = desk.created(kind, body);
        Response accepted = desk.accept(kind, decided);
        assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(200);
        List<String> members = new ArrayList<>();
        body.fieldNames().forEachRemaining(members::add);
        for (String member : members) {
            JsonNode other = other(member, body.get(member));
            int judgedBefore = desk.read(kind, open).get("contentRevision").asInt();
            Response edited = desk.patch(kind, open, desk.tag(kind, open), Map.of(member, other));
            assertThat(edited.statusCode()).as(member + edited.asString()).isEqualTo(200);
            assertThat(edited.<Integer>path("contentRevision") > judgedBefore)
                    .as("an edit of %s is judged", member)
                    .isEqualTo(FROZEN.contains(member) || JUDGED_BUT_LIVE.contains(member));
            Response late = desk.patch(kind, decided, desk.tag(kind, decided), Map.of(member, other));
            assertThat(late.statusCode()).as(member + late.asString()).isEqualTo(FROZEN.contains(member) ? 409 : 200);
            if (FROZEN.contains(member)) {
                assertThat(late.<String>path("type")).isEqualTo("/problems/frozen");
                assertThat(late.<String>path("errors[0].pointer")).startsWith("/" + member);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aRiskOfADecidedDocumentIsClosedNotRemoved(Kind kind) {
        Desk desk = Desk.ofNewProject();
        int number = desk.created(kind, body(kind));
        desk.accept(kind, number);
        String id = desk.read(kind, number).at("/risks/0/id").asText();
        String path = desk.path(kind, number) + "/risks/" + id;
        String tag = desk.request().get(path).header("ETag");
        assertThat(desk.request().header("If-Match", tag).delete(path).statusCode())
                .isEqualTo(409);
        Response closed = desk.request()
                .contentType("application/merge-patch+json")
                .header("If-Match", tag)
                .body(Map.of("state", "closed"))
                .patch(path);
        assertThat(closed.statusCode()).isEqualTo(200);
        assertThat(closed.<String>path("state")).isEqualTo("closed");
    }

    /** A complete document without what would stand in the way of acceptance. */
    private static ObjectNode body(Kind kind) {
        ObjectNode body = Fixtures.read(kind == Kind.ADR ? "all-fields-adr" : "all-fields-rfc");
        body.remove(List.of("approvals", "links", "references"));
        body.path("openQuestions").forEach(question -> ((ObjectNode) question).put("done", true));
        return body;
    }

    /** Another value of the same shape. */
    private static JsonNode other(String member, JsonNode value) {
        if (member.equals("reviewOn")) {
            return Desk.JSON.getNodeFactory().textNode("2031-01-01");
        }
        if (value.isTextual()) {
            return Desk.JSON.getNodeFactory().textNode(value.asText() + " again");
        }
        if (value.isArray()) {
            return more(member, value);
        }
        ObjectNode object = value.deepCopy();
        String text = object.has("text") ? "text" : object.fieldNames().next();
        return object.put(text, "another text");
    }

    private static JsonNode more(String member, JsonNode list) {
        var more = list.<com.fasterxml.jackson.databind.node.ArrayNode>deepCopy();
        return switch (member) {
            case "options" -> more.add(Desk.JSON.createObjectNode().put("name", "One more"));
            case "risks" -> more.add(Desk.JSON.createObjectNode().put("description", "One more"));
            case "openQuestions" ->
                more.add(Desk.JSON.createObjectNode().put("text", "One more?").put("done", true));
            case "extraSections" ->
                more.add(Desk.JSON
                        .createObjectNode()
                        .put("heading", "More")
                        .put("level", 2)
                        .put("text", "More."));
            default -> more.add("one-more");
        };
    }
}

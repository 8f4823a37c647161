package dev.docket.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.docket.Api;
import dev.docket.postgres.TestPostgres;
import dev.docket.proof.sample.Call;
import dev.docket.proof.sample.Ground;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * What the contract calls read-only may be sent back as it was read; another value is 422 with its pointer, in every
 * write, at every depth.
 */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class ServerOwnedTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String JSON = "application/json";
    private static final String MERGE = "application/merge-patch+json";
    private static final String PATCH = "application/json-patch+json";

    private int cases;

    @Test
    void nobodyWritesWhatTheServerOwns() {
        Ground ground = Ground.prepare("internal");
        for (Sampled sampled : Sampled.guarded()) {
            Call call = sampled.call(ground, Ground.ADMIN);
            if (call.isJson()) {
                Map<String, Contract.Member> members = owned(sampled.operation(), call);
                JsonNode present = present(call);
                members.forEach((pointer, member) -> refused(call, present, pointer, member));
                if (!members.isEmpty()) {
                    unchanged(call, present);
                }
            }
        }
        assertThat(cases).isGreaterThan(100);
        Tally.count("what the server owns: member x write", cases);
    }

    /** By their pointers. A patch is of what the same address takes as a whole. */
    private static Map<String, Contract.Member> owned(Operation operation, Call call) {
        String put = operation.id().replace("patch", "replace");
        JsonNode schema = Operation.all().stream()
                .filter(each -> each.id().equals(put))
                .findFirst()
                .orElseThrow()
                .body(JSON);
        Map<String, Contract.Member> members = Contract.members(schema);
        members.values().removeIf(member -> !member.serverOwned());
        // A merge patch replaces lists as a whole.
        members.keySet().removeIf(pointer -> MERGE.equals(call.type()) && pointer.contains("/0/"));
        return members;
    }

    /** What is at the address now; for what is new, what the sample says. */
    private static JsonNode present(Call call) {
        boolean there = !call.method().equals("POST");
        Response read = Api.as(Api.ADMIN).get(call.address());
        return there && read.statusCode() == 200 ? Call.read(read.asString()) : Objects.requireNonNull(call.body());
    }

    private void refused(Call call, JsonNode present, String pointer, Contract.Member member) {
        JsonNode other = other(call, present.at(pointer), member);
        Response answer = send(call, present, pointer, other);
        String name = "%s %s %s: %s".formatted(call.method(), call.template(), call.type(), other);
        assertThat(Api.errors(answer, 422)).as(name).anyMatch(error -> error.startsWith(pointer + " "));
        cases++;
    }

    private void unchanged(Call call, JsonNode present) {
        Response answer = switch (String.valueOf(call.type())) {
            case MERGE -> send(call, present, "", present);
            case PATCH -> send(call, present, "", present);
            default -> call.body(JSON, present).send(Api.as(Api.ADMIN));
        };
        assertThat(answer.statusCode())
                .as(call.method() + " " + call.template() + " of what was read: " + answer.asString())
                .isBetween(200, 299);
        cases++;
    }

    private static Response send(Call call, JsonNode present, String pointer, JsonNode value) {
        JsonNode body = switch (String.valueOf(call.type())) {
            case PATCH ->
                NODES.arrayNode()
                        .add(NODES.objectNode()
                                .put("op", "add")
                                .put("path", pointer)
                                .set("value", value));
            case MERGE -> pointer.isEmpty() ? value : Trees.with(NODES.objectNode(), pointer, value);
            default -> Trees.with(present, pointer, value);
        };
        return call.body(String.valueOf(call.type()), body).send(Api.as(Api.ADMIN));
    }

    /** A value of the member's type that it has not now. */
    private static JsonNode other(Call call, JsonNode now, Contract.Member member) {
        JsonNode values = member.keyword("enum");
        if (values.size() > 0) {
            // The last ones are those that nothing new has.
            JsonNode last = values.get(values.size() - 1);
            // What is new will be of the kind that its address says.
            boolean right = call.template().contains("/" + last.asText() + "s");
            return right || last.equals(now) ? values.get(0) : last;
        }
        return switch (member.type()) {
            case "integer" -> NODES.numberNode(now.asInt() + 41);
            case "boolean" -> NODES.booleanNode(!now.asBoolean());
            case "array" -> NODES.arrayNode();
            case "object" -> NODES.objectNode();
            default ->
                NODES.textNode(
                        switch (member.keyword("format").asText()) {
                            case "date-time" -> "2001-02-03T04:05:06Z";
                            case "date" -> "2001-02-03";
                            default -> "somebody-else";
                        });
        };
    }
}

package dev.docket.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.Api;
import dev.docket.TestClock;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Documents that are proposed, judged, decided and given up over two years, in two open projects and a restricted one. */
final class Lives {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> ENDS = List.of("accepted", "accepted", "rejected", "withdrawn", "");

    final List<String> open = List.of(Api.project(), Api.project());
    final String restricted = Api.project(Map.of("visibility", "restricted"));
    final String insider = Api.principalToken(Api.unique("insider"));
    final List<ObjectNode> documents = new ArrayList<>();
    final List<ObjectNode> verdicts = new ArrayList<>();

    private final Random random;
    private final TestClock clock;
    private final Instant start;
    private final String judge = Api.unique("judge");
    private final String judgeToken = Api.principalToken(judge);

    Lives(Random random, TestClock clock, Instant start) {
        this.random = random;
        this.clock = clock;
        this.start = start;
        String name = Api.as(insider).get("/api/v1/me").path("name");
        Api.member(restricted, name, List.of("reader"), List.of());
        projects().forEach(each -> Api.member(each, judge, List.of("approver"), List.of("security", "legal")));
    }

    List<String> projects() {
        return List.of(open.get(0), open.get(1), restricted);
    }

    Lives make(int count) {
        for (int i = 0; i < count; i++) {
            set(start.plus(Duration.ofMinutes(random.nextInt(650 * 24 * 60))));
            live();
        }
        clock.back();
        return this;
    }

    private void set(Instant at) {
        clock.back();
        clock.forward(Duration.between(Instant.now(), at));
    }

    private void live() {
        String project = any(projects());
        String kind = any(List.of("adrs", "adrs", "rfcs"));
        boolean draft = random.nextInt(4) == 0;
        String path = "/api/v1/projects/" + project + "/" + kind;
        int number = send(post(Api.ADMIN, path, body(kind, draft))).path("number");
        path += "/" + number;
        if (draft && random.nextInt(3) > 0) {
            pass();
            move(path, "proposed");
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            judge(path);
        }
        String end = any(ENDS);
        if (!end.isEmpty()) {
            pass();
            if (move(path, end) && end.equals("accepted") && random.nextInt(3) == 0) {
                pass();
                move(path, "deprecated");
            }
        }
        documents.add(tree(Api.as(Api.ADMIN).get(path)));
    }

    private static String body(String kind, boolean draft) {
        ObjectNode body = JSON.createObjectNode();
        body.put("title", "A title").put("status", draft ? "draft" : "proposed");
        if (kind.equals("adrs")) {
            body.putObject("context").put("problem", "there is one");
            body.putObject("decision").put("rationale", "because");
        } else {
            body.put("summary", "short").putObject("motivation").put("why", "so");
        }
        return body.toString();
    }

    /** Asks a role or the judge by name, who gives one verdict or two. */
    private void judge(String path) {
        String role = any(List.of("security", "legal", ""));
        Response asked = post(
                Api.ADMIN,
                path + "/approvals",
                role.isEmpty() ? "{\"approver\": \"%s\"}".formatted(judge) : "{\"role\": \"%s\"}".formatted(role));
        String approval = path + "/approvals/" + send(asked).path("id");
        for (int i = random.nextInt(3); i > 0; i--) {
            pass();
            int revision = Api.as(Api.ADMIN).get(path).path("revision");
            Response verdict = Api.as(judgeToken)
                    .contentType(ContentType.JSON)
                    .header("If-Match", Api.as(Api.ADMIN).get(approval).header("ETag"))
                    .body(Map.of("verdict", any(List.of("approved", "abstained")), "revision", revision))
                    .put(approval + "/verdict");
            if (verdict.statusCode() == 409) {
                return; // it is a draft
            }
            verdicts.add(tree(send(verdict)).put("project", path.split("/", -1)[4]));
        }
    }

    private void pass() {
        clock.forward(Duration.ofMinutes(1 + random.nextInt(60 * 24 * 45)));
    }

    private static boolean move(String path, String to) {
        Response moved = Api.as(Api.ADMIN)
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(Map.of("to", to, "comment", "because"))
                .post(path + "/transitions");
        assertThat(moved.statusCode()).as(moved.asString()).isIn(200, 409);
        return moved.statusCode() == 200;
    }

    private static Response post(String token, String path, String body) {
        return Api.as(token).contentType(ContentType.JSON).body(body).post(path);
    }

    private static Response send(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isBetween(200, 201);
        return response;
    }

    static ObjectNode tree(Response response) {
        try {
            JsonNode tree = JSON.readTree(response.asByteArray());
            return (ObjectNode) tree;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}

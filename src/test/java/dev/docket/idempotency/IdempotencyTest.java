package dev.docket.idempotency;

import static dev.docket.idempotency.Keyed.effects;
import static dev.docket.idempotency.Keyed.key;
import static dev.docket.idempotency.Keyed.keyed;
import static dev.docket.idempotency.Keyed.replays;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.Together;
import dev.docket.document.Desk;
import dev.docket.document.content.Kind;
import dev.docket.postgres.TestPostgres;
import dev.docket.proof.Tally;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A request that is sent again with its key has one effect, and the same answer. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class IdempotencyTest {

    @Test
    void concurrentCopiesHaveOneEffect() {
        copies(20, 8);
    }

    @Test
    @Tag("long")
    void fiveHundredKeysInTwentyCopiesHaveFiveHundredEffects() {
        copies(500, 20);
    }

    private static void copies(int keys, int copies) {
        Desk desk = Desk.ofNewProject();
        for (int i = 0; i < keys; i++) {
            String key = key();
            String title = "Title " + i;
            List<Response> answers = Together.run(copies, copies, copy -> Keyed.create(desk, key, title));
            List<Response> first = answers.stream()
                    .filter(answer -> answer.header("Idempotency-Replayed") == null)
                    .toList();
            assertThat(first).as("done once").hasSize(1);
            assertThat(first.get(0).statusCode()).isEqualTo(201);
            answers.stream().filter(answer -> answer != first.get(0)).forEach(answer -> replays(first.get(0), answer));
        }
        assertThat(effects(desk)).isEqualTo(keys);
        Tally.count("idempotency: keys, each with one effect", keys);
        Tally.count("idempotency: copies answered with a replay", keys * (copies - 1));
    }

    @Test
    void everyOperationThatMakesSomethingIsDoneOnce() {
        Desk desk = Desk.ofNewProject();
        Response made = Keyed.create(desk, key(), "Keep it");
        String adr = "/api/v1/projects/" + desk.project() + "/adrs/" + made.path("number");
        Map<String, Map<String, ?>> bodies = Map.of(
                adr + "/options", Map.of("name", "One"),
                adr + "/risks", Map.of("description", "Slow"),
                adr + "/links", Map.of("rel", "ticket", "target", "https://docket.dev/1"),
                adr + "/approvals", Map.of("approver", desk.principal()),
                "/api/v1/projects/" + desk.project() + "/rfcs", Map.of("title", "Again"));
        bodies.forEach((path, body) -> {
            String key = key();
            Response first = keyed(desk.request(), key).body(body).post(path);
            assertThat(first.statusCode()).as(first.asString()).isEqualTo(201);
            replays(first, keyed(desk.request(), key).body(body).post(path));
        });
        Response read = desk.request().get(adr);
        for (String parts : List.of("options", "risks", "links", "approvals")) {
            assertThat(read.<List<?>>path(parts)).as(parts).hasSize(1);
        }
        String key = key();
        Map<String, ?> body = Map.of("key", Api.unique("p"), "name", "Once");
        Response project = keyed(Api.as(Api.ADMIN), key).body(body).post("/api/v1/projects");
        assertThat(project.statusCode()).isEqualTo(201);
        replays(project, keyed(Api.as(Api.ADMIN), key).body(body).post("/api/v1/projects"));
    }

    @Test
    void aMoveIsAnsweredAgainThoughItsTagIsOld() {
        Desk desk = Desk.ofNewProject();
        int number = desk.created(Kind.ADR, Desk.complete(Kind.ADR));
        String path = "/api/v1/projects/" + desk.project() + "/adrs/" + number + "/transitions";
        String key = key();
        Response first = keyed(desk.request(), key)
                .header("If-Match", "\"1\"")
                .body(Map.of("to", "accepted"))
                .post(path);
        assertThat(first.statusCode()).as(first.asString()).isEqualTo(200);
        replays(
                first,
                keyed(desk.request(), key)
                        .header("If-Match", "\"1\"")
                        .body(Map.of("to", "accepted"))
                        .post(path));
    }

    @Test
    void markdownAndFilesAreDoneOnceToo() {
        Desk desk = Desk.ofNewProject();
        for (String path : List.of("/adrs", "/imports?path=docs/adr/1.md")) {
            String key = key();
            String url = "/api/v1/projects/" + desk.project() + path;
            Response first = keyed(desk.request(), key)
                    .contentType("text/markdown")
                    .body("# Once\n\n## Context\n\nAgain and again.\n")
                    .post(url);
            assertThat(first.statusCode()).as(first.asString()).isBetween(201, 202);
            replays(
                    first,
                    keyed(desk.request(), key)
                            .contentType("text/markdown")
                            .body("# Once\n\n## Context\n\nAgain and again.\n")
                            .post(url));
            Response other = keyed(desk.request(), key)
                    .contentType("text/markdown")
                    .body("# Twice\n")
                    .post(url);
            assertThat(other.statusCode()).isEqualTo(422);
        }
    }

    @Test
    void anotherRequestUnderTheKeyIsRefused() {
        Desk desk = Desk.ofNewProject();
        String key = key();
        String path = "/api/v1/projects/" + desk.project() + "/adrs";
        Response first = Keyed.create(desk, key, "One");
        Response body = Keyed.create(desk, key, "Two");
        Response query = keyed(desk.request(), key).body(Map.of("title", "One")).post(path + "?message=again");
        for (Response other : List.of(body, query)) {
            assertThat(other.statusCode()).isEqualTo(422);
            assertThat(other.<String>path("errors[0].parameter")).isEqualTo("Idempotency-Key");
        }
        replays(first, Keyed.create(desk, key, "One"));
        assertThat(Keyed.create(desk, "\"" + key + "\"", "One").header("Idempotency-Replayed"))
                .as("quoted it is the same key")
                .isEqualTo("true");
        Response elsewhere =
                keyed(desk.request(), key).body(Map.of("title", "One")).post(path.replace("adrs", "rfcs"));
        assertThat(elsewhere.statusCode()).isEqualTo(201);
        Desk colleague = desk.colleague("author", List.of("author"));
        assertThat(Keyed.create(colleague, key, "One").header("Idempotency-Replayed"))
                .as("another's key")
                .isNull();
        assertThat(effects(desk)).isEqualTo(2);
    }
}

package dev.docket.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.TestClock;
import dev.docket.Together;
import dev.docket.document.Desk;
import dev.docket.document.content.Kind;
import dev.docket.postgres.TestPostgres;
import dev.docket.proof.Tally;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request that is sent again with its key has one effect, and the same answer. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class IdempotencyTest {

    @Inject
    DataSource database;

    @Inject
    Keys keys;

    @Inject
    TestClock clock;

    @AfterEach
    void back() {
        clock.back();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static RequestSpecification keyed(RequestSpecification request, String key) {
        return request.contentType(ContentType.JSON).header("Idempotency-Key", key);
    }

    private static Response create(Desk desk, String key, String title) {
        return keyed(desk.request(), key)
                .body(Map.of("title", title))
                .post("/api/v1/projects/" + desk.project() + "/adrs");
    }

    private static int effects(Desk desk) {
        int count = 0;
        String cursor = "";
        do {
            Response page = desk.request().get("/api/v1/projects/" + desk.project() + "/adrs?limit=200" + cursor);
            count += page.<List<?>>path("items").size();
            cursor = page.path("nextCursor") == null ? "" : "&cursor=" + page.path("nextCursor");
        } while (!cursor.isEmpty());
        return count;
    }

    private static void replays(Response first, Response again) {
        assertThat(again.statusCode()).as(again.asString()).isEqualTo(first.statusCode());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(again.asString()).isEqualTo(first.asString());
        for (String header : List.of("ETag", "Location", "Content-Type")) {
            assertThat(again.header(header)).as(header).isEqualTo(first.header(header));
        }
    }

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
            List<Response> answers = Together.run(copies, copies, copy -> create(desk, key, title));
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
        Response made = create(desk, key(), "Keep it");
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
        Response first = create(desk, key, "One");
        Response body = create(desk, key, "Two");
        Response query = keyed(desk.request(), key).body(Map.of("title", "One")).post(path + "?message=again");
        for (Response other : List.of(body, query)) {
            assertThat(other.statusCode()).isEqualTo(422);
            assertThat(other.<String>path("errors[0].parameter")).isEqualTo("Idempotency-Key");
        }
        replays(first, create(desk, key, "One"));
        assertThat(create(desk, "\"" + key + "\"", "One").header("Idempotency-Replayed"))
                .as("quoted it is the same key")
                .isEqualTo("true");
        Response elsewhere =
                keyed(desk.request(), key).body(Map.of("title", "One")).post(path.replace("adrs", "rfcs"));
        assertThat(elsewhere.statusCode()).isEqualTo(201);
        Desk colleague = desk.colleague("author", List.of("author"));
        assertThat(create(colleague, key, "One").header("Idempotency-Replayed"))
                .as("another's key")
                .isNull();
        assertThat(effects(desk)).isEqualTo(2);
    }

    @Test
    void whatWasRefusedCanBeTriedAgain() {
        Desk desk = Desk.ofNewProject();
        String key = key();
        assertThat(create(desk, key, "").statusCode()).isEqualTo(422);
        Response next = create(desk, key, "Better");
        assertThat(next.statusCode()).isEqualTo(201);
        replays(next, create(desk, key, "Better"));
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\"\"", "\"open", "tab\there", "\u00e9", "too long"})
    void whatIsNoKeyIsRefused(String sent) {
        Desk desk = Desk.ofNewProject();
        String key = sent.equals("too long") ? "x".repeat(256) : sent;
        Response refused = create(desk, key, "Nothing");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("errors[0].parameter")).isEqualTo("Idempotency-Key");
        Response two = keyed(desk.request(), "a")
                .header("Idempotency-Key", "b")
                .body(Map.of("title", "Nothing"))
                .post("/api/v1/projects/" + desk.project() + "/adrs");
        assertThat(two.statusCode()).isEqualTo(400);
        assertThat(create(desk, "x".repeat(255), "Long").statusCode()).isEqualTo(201);
    }

    @Test
    void aSecretIsShownOnce() throws SQLException {
        String key = key();
        Map<String, ?> wanted = Map.of("principal", Api.unique("robot"), "name", "once");
        Response first = keyed(Api.as(Api.ADMIN), key).body(wanted).post("/api/v1/tokens");
        String secret = first.path("token");
        assertThat(Api.as(secret).get("/api/v1/me").statusCode()).isEqualTo(200);
        Response again = keyed(Api.as(Api.ADMIN), key).body(wanted).post("/api/v1/tokens");
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.<Integer>path("id")).isEqualTo(first.<Integer>path("id"));
        assertThat(again.asString()).doesNotContain(secret).doesNotContain("\"token\"");
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT count(*) FROM idempotency_key WHERE position(? IN body) > 0")) {
            select.setBytes(1, secret.getBytes(StandardCharsets.US_ASCII));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                assertThat(row.getInt(1)).as("kept anywhere").isZero();
            }
        }
    }

    @Test
    void whoMayNoMoreGetsNothingAgain() {
        Desk desk = Desk.ofNewProject();
        Desk author = desk.colleague("author", List.of("author"));
        String key = key();
        assertThat(create(author, key, "Mine").statusCode()).isEqualTo(201);
        Api.member(desk.project(), author.principal(), List.of("reader"), List.of());
        assertThat(create(author, key, "Mine").statusCode()).isEqualTo(403);
        Api.member(desk.project(), author.principal(), List.of("author"), List.of());
        assertThat(create(author, key, "Mine").header("Idempotency-Replayed")).isEqualTo("true");
        Api.removeMember(desk.project(), author.principal());
        assertThat(Api.as(Api.ADMIN)
                        .contentType("application/merge-patch+json")
                        .header("If-Match", "*")
                        .body(Map.of("visibility", "restricted"))
                        .patch("/api/v1/projects/" + desk.project())
                        .statusCode())
                .isEqualTo(200);
        Response hidden = create(author, key, "Mine");
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(hidden.asString()).doesNotContain("Mine");
    }

    @Test
    void aKeyIsKnownForADay() throws SQLException {
        Desk desk = Desk.ofNewProject();
        String key = key();
        Response first = create(desk, key, "Today");
        clock.forward(Duration.ofHours(23));
        keys.forget();
        replays(first, create(desk, key, "Today"));
        clock.forward(Duration.ofHours(2));
        assertThat(create(desk, key, "Tomorrow").statusCode()).isEqualTo(201);
        Set<String> left = new HashSet<>();
        clock.forward(Duration.ofHours(25));
        keys.forget();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT scope FROM idempotency_key");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                left.add(row.getString(1));
            }
        }
        assertThat(left).isEmpty();
        assertThat(effects(desk)).isEqualTo(2);
    }

    @Test
    void whoWaitsTooLongIsToldSo() {
        Desk desk = Desk.ofNewProject();
        String key = key();
        String path = "/api/v1/projects/" + desk.project() + "/adrs";
        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(keys.claim(Key.of(List.of(key), desk.principal(), "POST", path)))
                    .isTrue();
            Response busy = create(desk, key, "Busy");
            assertThat(busy.statusCode()).as(busy.asString()).isEqualTo(409);
        });
        // The one that was under way has left no answer: nothing of it was kept.
        assertThat(effects(desk)).isZero();
    }
}

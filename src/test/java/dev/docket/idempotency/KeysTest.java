package dev.docket.idempotency;

import static dev.docket.idempotency.Keyed.effects;
import static dev.docket.idempotency.Keyed.key;
import static dev.docket.idempotency.Keyed.keyed;
import static dev.docket.idempotency.Keyed.replays;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.TestClock;
import dev.docket.document.Desk;
import dev.docket.postgres.TestPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
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
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which keys there are, what is kept under them, for whom, and for how long. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class KeysTest {

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

    @Test
    void whatWasRefusedCanBeTriedAgain() {
        Desk desk = Desk.ofNewProject();
        String key = key();
        assertThat(Keyed.create(desk, key, "").statusCode()).isEqualTo(422);
        Response next = Keyed.create(desk, key, "Better");
        assertThat(next.statusCode()).isEqualTo(201);
        replays(next, Keyed.create(desk, key, "Better"));
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\"\"", "\"open", "tab\there", "\u00e9", "too long"})
    void whatIsNoKeyIsRefused(String sent) {
        Desk desk = Desk.ofNewProject();
        String key = sent.equals("too long") ? "x".repeat(256) : sent;
        Response refused = Keyed.create(desk, key, "Nothing");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("errors[0].parameter")).isEqualTo("Idempotency-Key");
        Response two = keyed(desk.request(), "a")
                .header("Idempotency-Key", "b")
                .body(Map.of("title", "Nothing"))
                .post("/api/v1/projects/" + desk.project() + "/adrs");
        assertThat(two.statusCode()).isEqualTo(400);
        assertThat(Keyed.create(desk, "x".repeat(255), "Long").statusCode()).isEqualTo(201);
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
        assertThat(Keyed.create(author, key, "Mine").statusCode()).isEqualTo(201);
        Api.member(desk.project(), author.principal(), List.of("reader"), List.of());
        assertThat(Keyed.create(author, key, "Mine").statusCode()).isEqualTo(403);
        Api.member(desk.project(), author.principal(), List.of("author"), List.of());
        assertThat(Keyed.create(author, key, "Mine").header("Idempotency-Replayed"))
                .isEqualTo("true");
        Api.removeMember(desk.project(), author.principal());
        assertThat(Api.as(Api.ADMIN)
                        .contentType("application/merge-patch+json")
                        .header("If-Match", "*")
                        .body(Map.of("visibility", "restricted"))
                        .patch("/api/v1/projects/" + desk.project())
                        .statusCode())
                .isEqualTo(200);
        Response hidden = Keyed.create(author, key, "Mine");
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(hidden.asString()).doesNotContain("Mine");
    }

    @Test
    void aKeyIsKnownForADay() throws SQLException {
        Desk desk = Desk.ofNewProject();
        String key = key();
        Response first = Keyed.create(desk, key, "Today");
        clock.forward(Duration.ofHours(23));
        keys.forget();
        replays(first, Keyed.create(desk, key, "Today"));
        clock.forward(Duration.ofHours(2));
        assertThat(Keyed.create(desk, key, "Tomorrow").statusCode()).isEqualTo(201);
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
            Response busy = Keyed.create(desk, key, "Busy");
            assertThat(busy.statusCode()).as(busy.asString()).isEqualTo(409);
        });
        // The one that was under way has left no answer: nothing of it was kept.
        assertThat(effects(desk)).isZero();
    }
}

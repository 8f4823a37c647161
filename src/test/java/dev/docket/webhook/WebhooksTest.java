package dev.docket.webhook;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.Together;
import dev.docket.document.Desk;
import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Webhooks as their maintainers see them. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class WebhooksTest {

    private static final String URL = "https://hooks.example.com/services/T0/secret-path";

    @Inject
    DataSource database;

    @Inject
    Retention retention;

    @Test
    void itsSecretIsShownOnce() {
        Desk desk = Desk.ofNewProject();
        Response made = Hook.create(desk, Map.of("url", URL, "types", List.of("dev.docket.document.redacted.v1")));
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        assertThat(made.header("Cache-Control")).isEqualTo("no-store");
        String secret = made.path("secret");
        assertThat(secret).matches(SigningSecret.PATTERN);
        String path = Hook.all(desk) + "/" + made.path("id");
        assertThat(made.header("Location")).endsWith(path);

        Hook hook = new Hook(desk, path, secret);
        Response read = hook.get();
        assertThatJson(read.asString())
                .isEqualTo("""
                {"id": %s, "url": "%s", "types": ["dev.docket.document.redacted.v1"], "kinds": [], "state": "active",
                 "owner": "%s", "version": 1, "createdAt": "${json-unit.any-string}",
                 "updatedAt": "${json-unit.any-string}", "updatedBy": "%s"}
                """.formatted(made.<Object>path("id"), URL, desk.principal(), desk.principal()));
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
        assertThat(desk.request().header("If-None-Match", "\"1\"").get(path).statusCode())
                .isEqualTo(304);
        assertThat(desk.request().get(Hook.all(desk)).<List<?>>path("items")).hasSize(1);
        String trail = Api.as(Api.ADMIN)
                .get("/api/v1/audit/trail?project=" + desk.project())
                .asString();
        assertThat(trail)
                .contains("webhook-created", "https://hooks.example.com; active")
                .doesNotContain("secret-path", "whsec_");
    }

    @Test
    void whoeverSendsTheRequestAgainDoesNotSeeTheSecretAgain() throws SQLException {
        Desk desk = Desk.ofNewProject();
        List<Response> answers = Stream.generate(() -> desk.request()
                        .contentType(ContentType.JSON)
                        .header("Idempotency-Key", "made once")
                        .body(Map.of("url", URL))
                        .post(Hook.all(desk)))
                .limit(2)
                .toList();
        String secret = answers.get(0).path("secret");
        Response again = answers.get(1);
        assertThat(again.statusCode()).as(again.asString()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.<Integer>path("id")).isEqualTo(answers.get(0).<Integer>path("id"));
        assertThat(again.asString()).doesNotContain("whsec_", "\"secret\"");
        assertThat(desk.request().get(Hook.all(desk)).<List<?>>path("items")).hasSize(1);
        assertThat(count("idempotency_key WHERE position('%s' IN convert_from(body, 'UTF8')) > 0".formatted(secret)))
                .as("kept anywhere")
                .isZero();
    }

    @Test
    void aSecretMayBeGiven() {
        Desk desk = Desk.ofNewProject();
        String given = "whsec_"
                + Base64.getEncoder().encodeToString("0123456789abcdef0123456789".getBytes(StandardCharsets.UTF_8));
        Response made = Hook.create(desk, Map.of("url", URL, "secret", given));
        assertThat(made.<String>path("secret")).isEqualTo(given);
        for (String wrong : List.of("whsec_", "secret", "whsec_" + "x".repeat(33), given + given, given.substring(6))) {
            assertThat(Api.errors(Hook.create(desk, Map.of("url", URL, "secret", wrong)), 422))
                    .as(wrong)
                    .isNotEmpty()
                    .allSatisfy(error -> assertThat(error).startsWith("/secret "));
        }
        Hook hook = new Hook(desk, Hook.all(desk) + "/" + made.path("id"), given);
        assertThat(Api.errors(hook.patch(Map.of("secret", SigningSecret.fresh().text())), 422))
                .containsExactly("/secret server-owned");
    }

    @Test
    void changesAreConditionalAndOnTheTrail() {
        Desk desk = Desk.ofNewProject();
        Response made = Hook.create(desk, Map.of("url", URL));
        Hook hook = new Hook(desk, Hook.all(desk) + "/" + made.path("id"), made.path("secret"));
        Map<String, Object> body = hook.get().path("");
        assertThat(desk.request()
                        .contentType(ContentType.JSON)
                        .body(body)
                        .put(hook.path())
                        .statusCode())
                .isEqualTo(428);
        assertThat(desk.request()
                        .contentType(ContentType.JSON)
                        .header("If-Match", "\"7\"")
                        .body(body)
                        .put(hook.path())
                        .statusCode())
                .isEqualTo(412);
        Response same =
                hook.conditional().contentType(ContentType.JSON).body(body).put(hook.path());
        assertThat(same.statusCode()).as(same.asString()).isEqualTo(200);
        assertThat(hook.patch(Map.of("kinds", List.of("adr"), "state", "paused"))
                        .<Integer>path("version"))
                .isEqualTo(3);
        assertThat(Api.errors(hook.patch(Map.of("owner", "somebody", "state", "disabled")), 422))
                .containsExactlyInAnyOrder("/owner server-owned", "/state server-owned");
        assertThat(desk.request().post(hook.path() + "/test").statusCode()).isEqualTo(409);
        assertThat(desk.request().post(hook.path() + "/secret").statusCode()).isEqualTo(428);
        assertThat(hook.conditional().delete(hook.path()).statusCode()).isEqualTo(204);
        assertThat(hook.get().statusCode()).isEqualTo(404);
        assertThat(desk.request().get(hook.path() + "/deliveries").statusCode()).isEqualTo(404);
        assertThat(desk.request().get(Hook.all(desk)).<List<?>>path("items")).isEmpty();
        assertThat(Api.as(Api.ADMIN)
                        .get("/api/v1/audit/trail?action=webhook-created&action=webhook-changed&action=webhook-removed"
                                + "&project=" + desk.project())
                        .<List<String>>path("items.action"))
                .containsExactly("webhook-removed", "webhook-changed", "webhook-changed", "webhook-created");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"url\": \"ftp://example.com/\"}', /url scheme",
        "'{\"url\": \"https://user:password@example.com/\"}', /url credentials",
        "'{\"url\": \"https://169.254.169.254/\"}', /url address",
        "'{\"url\": \"https://2130706433/\"}', /url host",
        "'{\"url\": \"\"}', /url too-short",
        "'{}', /url missing",
        "'{\"url\": \"https://example.com/\", \"id\": 1}', /id server-owned"
    })
    void whatCannotBeIsRefused(String body, String error) {
        Desk desk = Desk.ofNewProject();
        Response refused =
                desk.request().contentType(ContentType.JSON).body(body).post(Hook.all(desk));
        assertThat(Api.errors(refused, 422)).contains(error);
        assertThat(refused.asString()).doesNotContain("user:password");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"url\": \"https://example.com/\", \"types\": [\"dev.docket.document.eaten.v1\"]}'",
        "'{\"url\": \"https://example.com/\", \"kinds\": [\"ADR\"]}'",
        "'{\"url\": \"https://example.com/\", \"state\": \"asleep\"}'",
        "'{\"url\": 7}'",
        "'{\"url\": \"https://example.com/\", \"token\": \"x\"}'"
    })
    void whatCannotBeReadIsRefused(String body) {
        Desk desk = Desk.ofNewProject();
        assertThat(desk.request()
                        .contentType(ContentType.JSON)
                        .body(body)
                        .post(Hook.all(desk))
                        .statusCode())
                .isEqualTo(400);
        assertThat(desk.request()
                        .get(Hook.all(desk) + "/1/deliveries?state=lost")
                        .statusCode())
                .isIn(400, 404);
    }

    @Test
    void aProjectHasFiftyAtMostWhoeverMakesThemAtOnce() {
        Desk desk = Desk.ofNewProject();
        List<Integer> statuses = Together.run(
                Webhooks.MOST + 10,
                8,
                i -> Hook.create(desk, Map.of("url", URL)).statusCode());
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(Webhooks.MOST);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(10);
        Response page = desk.request().get(Hook.all(desk) + "?limit=30");
        Response rest = desk.request().get(Hook.all(desk) + "?limit=30&cursor=" + page.path("nextCursor"));
        assertThat(page.<List<?>>path("items")).hasSize(30);
        assertThat(rest.<List<?>>path("items")).hasSize(20);
        assertThat(rest.<String>path("nextCursor")).isNull();
    }

    @Test
    void whatIsRemovedGoesForGoodAndSoDoesItsLog() throws Exception {
        try (Receiver receiver = Receiver.start()) {
            Hook hook = Hook.made(Desk.ofNewProject(), receiver);
            Integer id = hook.get().path("id");
            hook.ping();
            hook.newest(1);
            assertThat(hook.conditional().delete(hook.path()).statusCode()).isEqualTo(204);
            assertThat(count("webhook_secret WHERE webhook_id = " + id)).isZero();
            execute("UPDATE webhook SET removed_at = removed_at - interval '1 hour' WHERE id = " + id);
            retention.cut();
            assertThat(count("webhook WHERE id = " + id)).isZero();
            assertThat(count("webhook_delivery WHERE webhook_id = " + id)).isZero();
        }
    }

    @Test
    void oldDeliveriesGo() throws Exception {
        try (Receiver receiver = Receiver.start()) {
            Hook hook = Hook.made(Desk.ofNewProject(), receiver);
            hook.ping();
            hook.newest(1);
            retention.cut();
            assertThat(hook.deliveries("")).hasSize(1);
            execute("UPDATE webhook_delivery SET finished_at = finished_at - interval '31 days' WHERE webhook_id = "
                    + hook.get().path("id"));
            retention.cut();
            assertThat(hook.deliveries("")).isEmpty();
        }
    }

    private int count(String what) throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet row = connection.createStatement().executeQuery("SELECT count(*) FROM " + what)) {
            row.next();
            return row.getInt(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            assertThat(connection.createStatement().executeUpdate(sql)).isPositive();
        }
    }
}

package dev.docket.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.Issuer;
import dev.docket.LogListener;
import dev.docket.Tables;
import dev.docket.TestClock;
import dev.docket.postgres.TestPostgres;
import dev.docket.proof.Tally;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A token from its making to its end, and all the places where its secret is not. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class TokenLifeTest {

    private static final String TOKENS = "/api/v1/tokens";
    private static final String ME = "/api/v1/me";

    private final String robot = Api.unique("robot");

    @Inject
    DataSource database;

    @Inject
    TestClock clock;

    @Inject
    LastUses uses;

    @ConfigProperty(name = "quarkus.management.test-port")
    int management;

    @Test
    void itIsMadeUsedExpiredOrRevokedAndItsSecretIsNowhere() throws Exception {
        List<String> answers = new ArrayList<>();
        String secret;
        String line;
        try (LogListener log = new LogListener()) {
            Instant end = clock.instant().plus(Duration.ofDays(1));
            Response made = Api.token(
                    Map.of("principal", robot, "name", "life", "scopes", List.of("read"), "expiresAt", end.toString()));
            secret = made.path("token");
            String path = TOKENS + "/" + made.path("id");
            assertThat(made.header("Cache-Control")).isEqualTo("no-store");

            assertThat(status(answers, Api.as(secret).get(ME))).isEqualTo(200);
            uses.write();
            String lastUsed = Api.as(secret).get(TOKENS).path("items[0].lastUsedAt");
            assertThat(Instant.parse(lastUsed)).isBetween(end.minus(Duration.ofDays(1)), clock.instant());

            assertThat(status(answers, Api.as(secret).get("/api/v1/projects/none")))
                    .isEqualTo(404);
            assertThat(status(answers, Api.as(secret).get("/api/v1/projects?token=" + secret)))
                    .isEqualTo(400);
            assertThat(status(answers, ask(secret, "{}"))).isEqualTo(403);
            assertThat(status(answers, ask(Api.ADMIN, "{\"" + secret + "\":1}")))
                    .isEqualTo(400);
            assertThat(status(answers, Api.as(secret).header("If-Match", "*").delete(path)))
                    .isEqualTo(403);
            assertThat(status(answers, Api.as(secret).accept("image/png").get(ME)))
                    .isEqualTo(406);

            String mistyped = secret.substring(0, secret.length() - 1) + (secret.endsWith("0") ? "1" : "0");
            assertThat(status(answers, Api.as(mistyped).get(ME))).isEqualTo(401);
            assertThat(status(answers, Api.as(secret + "0").get(ME))).isEqualTo(401);

            clock.forward(Duration.ofDays(1).plusSeconds(1));
            try {
                assertThat(status(answers, Api.as(secret).get(ME))).isEqualTo(401);
            } finally {
                clock.back();
            }
            assertThat(status(answers, Api.as(secret).get(ME))).isEqualTo(200);
            assertThat(Api.as(Api.ADMIN)
                            .header("If-Match", "\"1\"")
                            .delete(path)
                            .statusCode())
                    .isEqualTo(204);
            assertThat(status(answers, Api.as(secret).get(ME))).isEqualTo(401);
            assertThat(status(answers, Api.as(secret).get(TOKENS + "/" + secret)))
                    .isEqualTo(401);
            assertThat(status(answers, Api.as(Api.ADMIN).get(TOKENS + "/" + secret)))
                    .isEqualTo(404);
            answers.add(Api.as(Api.ADMIN).get(path).asString());
            answers.add(Api.as(Api.ADMIN).get(TOKENS + "?limit=200").asString());
            answers.add(Api.as(Api.ADMIN).get("/api/v1/audit/trail?limit=200").asString());
            line = String.join("", log.lines());
        }
        assertThat(answers).noneMatch(answer -> answer.contains(secret));
        assertThat(line)
                .as("a path that was asked is logged")
                .contains("dkt_***")
                .doesNotContain(secret);
        String metrics = given().port(management).get("/q/metrics").asString();
        assertThat(metrics).contains("docket_trail_dropped_total").doesNotContain(secret);
        assertThat(Tables.holding(database, secret)).isEmpty();
        assertThat(Tables.holding(database, robot))
                .as("the search finds what is there")
                .contains("principal", "trail");
        Tally.count("tokens: places without their secrets (answers, log, metrics, tables)", 4);
    }

    @Test
    void aTokenOfTheIdentityProviderIsNowhereEither() throws Exception {
        List<String> answers = new ArrayList<>();
        String mira = Api.unique("mira");
        String token = Issuer.token(mira);
        String expired = Issuer.token(mira, Map.of("exp", Instant.now().getEpochSecond() - 600));
        String line;
        try (LogListener log = new LogListener()) {
            assertThat(status(answers, Api.as(token).get(ME))).isEqualTo(200);
            assertThat(status(answers, Api.as(expired).get(ME))).isEqualTo(401);
            assertThat(status(answers, Api.as(token).get(TOKENS + "/" + token))).isEqualTo(404);
            assertThat(status(answers, Api.as(token).get("/api/v1/projects?cursor=" + token)))
                    .isEqualTo(400);
            assertThat(status(answers, ask(token, "{\"" + token + "\":1}"))).isEqualTo(400);
            line = String.join("", log.lines());
        }
        assertThat(line).contains("eyJ***");
        String metrics = given().port(management).get("/q/metrics").asString();
        for (String secret : List.of(token, expired)) {
            assertThat(answers).noneMatch(answer -> answer.contains(secret));
            assertThat(line).doesNotContain(secret);
            assertThat(metrics).doesNotContain(secret);
            assertThat(Tables.holding(database, secret)).isEmpty();
        }
        assertThat(Tables.holding(database, mira)).contains("principal");
        Tally.count("tokens: places without their secrets (answers, log, metrics, tables)", 2 * 4);
    }

    private static int status(List<String> answers, Response response) {
        answers.add(response.asString() + response.getHeaders());
        return response.statusCode();
    }

    private static Response ask(String token, String body) {
        return Api.as(token).contentType(ContentType.JSON).body(body).post(TOKENS);
    }
}

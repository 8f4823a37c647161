package dev.docket.access;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.TestClock;
import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The life of a token. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class TokensTest {

    private static final String TOKENS = "/api/v1/tokens";

    private final String robot = Api.unique("robot");

    @Inject
    DataSource database;

    @Inject
    TestClock clock;

    @Inject
    LastUses uses;

    @Test
    void itsSecretIsShownOnceAndKeptNowhere() throws SQLException {
        Response made = Api.token(Map.of("principal", robot, "name", "import", "scopes", List.of("read")));
        int id = made.path("id");
        String secret = made.path("token");
        assertThat(made.header("Location")).endsWith(TOKENS + "/" + id);
        assertThat(made.header("ETag")).isEqualTo("\"1\"");
        assertThat(secret).matches("dkt_[0-9A-Za-z]{32}_[0-9A-Za-z]{6}");

        Response read = Api.as(Api.ADMIN).get(TOKENS + "/" + id);
        assertThatJson(read.asString()).isEqualTo("""
                {
                  "id": %d, "principal": "%s", "name": "import", "scopes": ["read"], "createdBy": "admin",
                  "createdAt": "${json-unit.any-string}", "expiresAt": "${json-unit.any-string}"
                }
                """.formatted(id, robot));
        assertThat(Duration.between(Instant.parse(read.path("createdAt")), Instant.parse(read.path("expiresAt"))))
                .isEqualTo(Duration.ofDays(90));
        assertThat(Api.as(Api.ADMIN).get(TOKENS).asString()).doesNotContain(secret);
        assertThat(row("SELECT t::text FROM token t WHERE id = " + id))
                .doesNotContain(secret)
                .contains(HexFormat.of().formatHex(new Secret(secret).hash()));
    }

    @Test
    void itOpensTheServiceForItsPrincipal() {
        String token = Api.token(Map.of(
                        "principal",
                        robot,
                        "name",
                        "portal",
                        "displayName",
                        "The portal",
                        "kind",
                        "person",
                        "globalRoles",
                        List.of("auditor"),
                        "scopes",
                        List.of("write", "read")))
                .path("token");
        assertThatJson(Api.as(token).get("/api/v1/me").asString()).isEqualTo("""
                {
                  "name": "%s", "kind": "person", "displayName": "The portal", "globalRoles": ["auditor"], "groups": [],
                  "scopes": ["read", "write"], "tokenId": "${json-unit.any-number}",
                  "expiresAt": "${json-unit.any-string}", "memberships": []
                }
                """.formatted(robot));
    }

    @Test
    void whatAPrincipalIsCanChangeWithItsNextToken() {
        String first = Api.principalToken(robot, "read");
        Api.token(Map.of("principal", robot, "name", "next", "globalRoles", List.of("auditor"), "displayName", "R2"));
        assertThatJson(Api.as(first).get("/api/v1/me").asString())
                .inPath("globalRoles")
                .isEqualTo("[\"auditor\"]");
        Api.token(Map.of("principal", robot, "name", "third"));
        assertThatJson(Api.as(first).get("/api/v1/me").asString())
                .inPath("displayName")
                .isEqualTo("R2");
        Api.token(Map.of("principal", robot, "name", "last", "globalRoles", List.of()));
        assertThatJson(Api.as(first).get("/api/v1/me").asString())
                .inPath("globalRoles")
                .isEqualTo("[]");
        assertThat(Api.errors(ask(Api.ADMIN, Map.of("principal", robot, "name", "x", "kind", "person")), 422))
                .containsExactly("/kind server-owned");
    }

    @Test
    void revokedItStopsWorkingAtOnceAndForGood() {
        Response made = Api.token(Map.of("principal", robot, "name", "leaked"));
        String path = TOKENS + "/" + made.path("id");
        String token = made.path("token");
        assertThat(Api.as(token).get("/api/v1/me").statusCode()).isEqualTo(200);

        assertThat(Api.as(Api.ADMIN).delete(path).statusCode()).isEqualTo(428);
        assertThat(Api.as(Api.ADMIN).header("If-Match", "W/\"1\"").delete(path).statusCode())
                .isEqualTo(412);
        assertThat(Api.as(Api.ADMIN).header("If-Match", "\"2\"").delete(path).statusCode())
                .isEqualTo(412);
        assertThat(Api.as(token).get("/api/v1/me").statusCode()).isEqualTo(200);
        assertThat(Api.as(Api.ADMIN).header("If-Match", "\"1\"").delete(path).statusCode())
                .isEqualTo(204);
        assertThat(Api.as(token).get("/api/v1/me").statusCode()).isEqualTo(401);

        Response read = Api.as(Api.ADMIN).get(path);
        assertThat(read.header("ETag")).isEqualTo("\"2\"");
        String revokedAt = read.path("revokedAt");
        assertThat(Instant.parse(revokedAt)).isNotNull();
        assertThat(Api.as(Api.ADMIN).header("If-Match", "\"2\"").delete(path).statusCode())
                .isEqualTo(204);
        assertThat(Api.as(Api.ADMIN).get(path).<String>path("revokedAt")).isEqualTo(revokedAt);
        assertThat(Api.as(Api.ADMIN).header("If-None-Match", "\"2\"").get(path).statusCode())
                .isEqualTo(304);
    }

    @Test
    void aPrincipalHasTheRunOfItsOwnTokensOnly() {
        String own = Api.principalToken(robot);
        int another = Api.token(Map.of("principal", Api.unique("robot"), "name", "another"))
                .path("id");
        Response made = ask(own, Map.of("principal", robot, "name", "second", "scopes", List.of("read")));
        assertThat(made.statusCode()).isEqualTo(201);
        int id = made.path("id");

        assertThat(Api.as(own).get(TOKENS).<List<String>>path("items.principal"))
                .containsExactly(robot, robot);
        assertThat(Api.as(own).get(TOKENS + "/" + id).statusCode()).isEqualTo(200);
        assertThat(Api.as(own).get(TOKENS + "/" + another).statusCode()).isEqualTo(404);
        assertThat(Api.as(own)
                        .header("If-Match", "*")
                        .delete(TOKENS + "/" + another)
                        .statusCode())
                .isEqualTo(404);
        assertThat(Api.as(own).header("If-Match", "*").delete(TOKENS + "/" + id).statusCode())
                .isEqualTo(204);
        assertThat(ask(own, Map.of("principal", "admin", "name", "x")).statusCode())
                .isEqualTo(403);
        assertThat(ask(own, Map.of("principal", robot, "name", "x", "globalRoles", List.of("admin")))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aTokenGivesNoMoreThanItHas() {
        String reads = Api.principalToken(robot, "read");
        String writes = Api.principalToken(robot, "write");
        String manages = Api.principalToken(robot, "admin");
        Map<String, ?> wanted = Map.of("principal", robot, "name", "x", "scopes", List.of("admin"));
        assertThat(ask(reads, wanted).statusCode()).isEqualTo(403);
        assertThat(ask(writes, wanted).statusCode()).isEqualTo(403);
        assertThat(ask(manages, wanted).statusCode()).isEqualTo(201);
        assertThat(Api.errors(ask(manages, Map.of("principal", robot, "name", "x", "scopes", List.of("read"))), 422))
                .containsExactly("/scopes too-wide");
        assertThat(Api.errors(ask(manages, Map.of("principal", robot, "name", "x")), 422))
                .containsExactly("/scopes missing");
        assertThat(Api.as(writes).get(TOKENS).statusCode()).isEqualTo(403);
        assertThat(Api.as(writes).head(TOKENS).statusCode()).isEqualTo(403);
        assertThat(Api.as(reads).get(TOKENS).statusCode()).isEqualTo(200);
        assertThat(Api.as(writes).get("/api/v1/me").statusCode()).isEqualTo(200);
        int id = Api.as(reads).get("/api/v1/me").path("tokenId");
        assertThat(Api.as(reads)
                        .header("If-Match", "*")
                        .delete(TOKENS + "/" + id)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theListIsNewestFirstAndPaged() {
        String own = Api.principalToken(robot);
        List<Integer> made =
                new ArrayList<>(List.of(Api.as(own).get("/api/v1/me").<Integer>path("tokenId")));
        for (int i = 0; i < 4; i++) {
            made.add(0, ask(own, Map.of("principal", robot, "name", "n" + i)).path("id"));
        }
        List<Integer> seen = new ArrayList<>();
        String next = TOKENS + "?limit=2";
        while (next != null) {
            Response page = Api.as(own).urlEncodingEnabled(false).get(next);
            List<Integer> ids = page.path("items.id");
            assertThat(ids).hasSizeLessThanOrEqualTo(2);
            seen.addAll(ids);
            String link = page.header("Link");
            assertThat(link == null).isEqualTo(page.path("nextCursor") == null);
            next = link == null ? null : link.replaceFirst("^<([^>]+)>; rel=\"next\"$", "$1");
        }
        assertThat(seen).isEqualTo(made);
        String cursor = Api.as(own).get(TOKENS + "?limit=2").path("nextCursor");
        assertThat(Api.as(Api.ADMIN).get(TOKENS + "?cursor=" + cursor).statusCode())
                .isEqualTo(400);
    }

    @Test
    void itsLastUseIsWrittenDownLaterAndAboutOnceAMinute() throws SQLException {
        String own = Api.principalToken(robot);
        assertThat(Api.as(own).get(TOKENS).<String>path("items[0].lastUsedAt")).isNull();
        uses.write();
        String first = Api.as(own).get(TOKENS).path("items[0].lastUsedAt");
        assertThat(Duration.between(Instant.parse(first), clock.instant())).isLessThan(Duration.ofMinutes(1));
        uses.note(Api.as(own).get("/api/v1/me").<Integer>path("tokenId"), null);
        uses.write();
        assertThat(Api.as(own).get(TOKENS).<String>path("items[0].lastUsedAt")).isEqualTo(first);
        clock.forward(Duration.ofSeconds(61));
        try {
            uses.note(Api.as(own).get("/api/v1/me").<Integer>path("tokenId"), Instant.parse(first));
            uses.write();
            assertThat(Instant.parse(Api.as(own).get(TOKENS).path("items[0].lastUsedAt")))
                    .isAfter(Instant.parse(first).plusSeconds(60));
        } finally {
            clock.back();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    name        | ''                      | /name too-short
                    name        | null                    | /name missing
                    principal   | -dash                   | /principal pattern
                    principal   | null                    | /principal missing
                    displayName | ''                      | /displayName too-short
                    expiresAt   | 2020-01-01T00:00:00Z    | /expiresAt out-of-range
                    expiresAt   | +99999-01-01T00:00:00Z  | /expiresAt out-of-range
                    """)
    void everyBoundIsHeld(String member, String value, String error) {
        Map<String, Object> wanted = new HashMap<>(Map.of("principal", robot, "name", "x"));
        wanted.put(member, value.equals("null") ? null : value);
        assertThat(Api.errors(ask(Api.ADMIN, wanted), 422)).containsExactly(error);
    }

    @Test
    void noTokenLivesLongerThanAYear() {
        assertThat(ask(Api.ADMIN, lasting(Duration.ofDays(366))).statusCode()).isEqualTo(201);
        assertThat(Api.errors(ask(Api.ADMIN, lasting(Duration.ofDays(366).plusMinutes(1))), 422))
                .containsExactly("/expiresAt out-of-range");
    }

    @Test
    void thereIsNoTokenOfAnotherName() {
        assertThat(Api.as(Api.ADMIN).get(TOKENS + "/999999999999").statusCode()).isEqualTo(404);
        assertThat(Api.as(Api.ADMIN).get(TOKENS + "/abc").statusCode()).isEqualTo(404);
        assertThat(Api.as(Api.ADMIN).get(TOKENS + "/0").statusCode()).isEqualTo(404);
        assertThat(Api.as(Api.ADMIN).get(TOKENS + "/99999999999999999999999").statusCode())
                .isEqualTo(404);
    }

    private Map<String, Object> lasting(Duration time) {
        return Map.of(
                "principal",
                robot,
                "name",
                "x",
                "expiresAt",
                clock.instant().plus(time).toString());
    }

    private static Response ask(String token, Map<String, ?> wanted) {
        return Api.as(token).contentType(ContentType.JSON).body(wanted).post(TOKENS);
    }

    private String row(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}

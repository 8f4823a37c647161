package dev.docket.access;

import static io.restassured.RestAssured.given;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.Api;
import dev.docket.Eventually;
import dev.docket.Issuer;
import dev.docket.TestClock;
import dev.docket.postgres.TestPostgres;
import dev.docket.proof.Tally;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in, and what everybody else is told. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class SignInTest {

    private static final String ME = "/api/v1/me";

    /** What needs no token, nor the database. */
    private static final String OPEN = "/problems/unauthenticated";

    private static final int TRIES = 5;

    /** The size of the pool; what works in the background may hold some of them. */
    private static final int MOST_CONNECTIONS = 32;

    @Inject
    DataSource database;

    @Inject
    TestClock clock;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
                "Bearer not-a-token-that-was-ever-given-out",
                "Bearer dkt_00000000000000000000000000000000_000000",
                "Bearer two parts",
                "Basic YWRtaW46YWRtaW4=",
                Api.ADMIN
            })
    void everyHeaderThatIsNoGoodGetsTheSameAnswer(String header) {
        refused(Api.anonymous().header("Authorization", header).get(ME), ME);
    }

    @Test
    void nobodyGetsInWithoutAToken() {
        refused(Api.anonymous().get(ME), ME);
        refused(
                Api.anonymous()
                        .header("Authorization", "Bearer " + Api.ADMIN, "Bearer " + Api.ADMIN)
                        .get(ME),
                ME);
    }

    @Test
    void theSchemeIsReadInAnyCase() {
        assertThat(Api.anonymous()
                        .header("Authorization", "bEARER   " + Api.ADMIN)
                        .get(ME)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void signingInComesBeforeEveryOtherCheck() {
        refused(Api.anonymous().get("/nowhere/at/all"), "/nowhere/at/all");
        refused(Api.anonymous().get("/api/v1/projects/none"), "/api/v1/projects/none");
        refused(Api.anonymous().delete("/api/v1/projects"), "/api/v1/projects");
        refused(Api.anonymous().accept("image/png").get("/api/v1/projects"), "/api/v1/projects");
        refused(Api.anonymous().contentType("text/csv").body("a,b").post("/api/v1/projects"), "/api/v1/projects");
        refused(posting("{").post("/api/v1/projects"), "/api/v1/projects");
        refused(posting("x".repeat(5 << 20)).post("/api/v1/projects"), "/api/v1/projects");
    }

    @Test
    void theCatalogueOfProblemsIsOpenToAll() {
        assertThat(Api.anonymous().get("/problems").statusCode()).isEqualTo(200);
        assertThat(Api.anonymous().get("/problems/unauthenticated").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aTokenWorksUntilItExpires() {
        Instant end = clock.instant().plusSeconds(60);
        String token = Api.token(Map.of("principal", Api.unique("robot"), "name", "short", "expiresAt", end.toString()))
                .path("token");
        assertThat(Api.as(token).get(ME).statusCode()).isEqualTo(200);
        clock.forward(Duration.ofSeconds(61));
        try {
            refused(Api.as(token).get(ME), ME);
        } finally {
            clock.back();
        }
        assertThat(Api.as(token).get(ME).statusCode()).isEqualTo(200);
    }

    @Test
    void aTokenRevokedElsewhereSoonStopsWorkingHere() throws Exception {
        Response made = Api.token(Map.of("principal", Api.unique("robot"), "name", "leaked"));
        String token = made.path("token");
        assertThat(Api.as(token).get(ME).statusCode()).isEqualTo(200);
        execute("UPDATE token SET revoked_at = now() WHERE id = " + made.path("id"));
        Eventually.holds(() -> refused(Api.as(token).get(ME), ME));
    }

    @Test
    void anUnreachableDatabaseIsNoReasonToSayThatATokenIsBad() throws SQLException {
        String token = Api.principalToken(Api.unique("robot"));
        List<Connection> all = new ArrayList<>();
        try {
            assertThatThrownBy(() -> takeAll(all)).isInstanceOf(SQLException.class);
            unavailable(Api.as(token).get("/api/v1/me"));
        } finally {
            for (Connection each : all) {
                each.close();
            }
        }
        assertThat(Api.as(token).get(ME).statusCode()).isEqualTo(200);
    }

    /** Ends with the failure that there is none left. */
    private void takeAll(List<Connection> taken) throws SQLException {
        for (int i = 0; i <= MOST_CONNECTIONS; i++) {
            taken.add(database.getConnection());
        }
    }

    @Test
    void noStatementWaitsForALockForEver() throws SQLException {
        String token = Api.principalToken(Api.unique("robot"));
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("LOCK TABLE token IN ACCESS EXCLUSIVE MODE");
            unavailable(Api.as(token).get(ME));
            connection.rollback();
        }
    }

    /** Where nobody can look up whom a token stands for, whoever was let in just now is let in again. */
    @Test
    void aTokenSeenWithinTheLastSecondCostsNoQuery() throws SQLException {
        assertThat(given().header("Authorization", "Bearer none").get(OPEN).statusCode())
                .as("a token that is sent is checked")
                .isEqualTo(401);
        for (String token : List.of(Api.principalToken(Api.unique("robot")), Issuer.token(Api.unique("mira")))) {
            boolean letIn = false;
            for (int i = 0; i < TRIES && !letIn; i++) {
                letIn = letInUnseen(token);
            }
            assertThat(letIn).isTrue();
        }
        Tally.count("sign-in: kinds of tokens that cost no query for a second", 2);
    }

    /** False also where the machine took longer than that second. */
    private boolean letInUnseen(String token) throws SQLException {
        assertThat(Api.as(token).get(OPEN).statusCode()).isEqualTo(200);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("LOCK TABLE token, principal IN ACCESS EXCLUSIVE MODE");
            boolean letIn =
                    IntStream.range(0, 3).allMatch(i -> Api.as(token).get(OPEN).statusCode() == 200);
            connection.rollback();
            return letIn;
        }
    }

    private static RequestSpecification posting(String body) {
        return Api.anonymous().contentType(ContentType.JSON).body(body);
    }

    private static void refused(Response response, String path) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(401);
        assertThat(response.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(response.contentType()).isEqualTo("application/problem+json");
        assertThatJson(response.asString()).isEqualTo("""
                {
                  "type": "/problems/unauthenticated",
                  "status": 401,
                  "title": "Sign in first",
                  "detail": "The request has no bearer token, or one that is unknown, expired or revoked.",
                  "instance": "%s",
                  "traceId": "${json-unit.regex}[0-9a-f]{32}"
                }
                """.formatted(path));
    }

    private static void unavailable(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(503);
        assertThat(response.header("Retry-After")).isEqualTo("2");
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThatJson(response.asString()).isEqualTo("""
                {
                  "type": "/problems/unavailable",
                  "status": 503,
                  "title": "Unavailable for now",
                  "detail": "The database cannot be reached or is too slow at the moment. Try again after Retry-After seconds.",
                  "instance": "/api/v1/me",
                  "traceId": "${json-unit.regex}[0-9a-f]{32}"
                }
                """);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute(sql);
        }
    }
}

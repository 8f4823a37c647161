package dev.docket.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.DocketProcess;
import dev.docket.postgres.EmbeddedPostgres;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two replicas on one database: what is revoked on one soon ends on the other. */
@Tag("long")
class RevocationIT {

    private static final String ADMIN = "the-bootstrap-token-of-the-tests-0123456789";
    private static final int ROUNDS = 20;

    private static final Duration SOON = Duration.ofSeconds(1);

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path temporary;

    @Test
    void aTokenRevokedOnOneReplicaEndsOnTheOtherWithinASecond() throws Exception {
        try (var postgres = EmbeddedPostgres.start(temporary.resolve("server"), 0)) {
            var environment = Map.of(
                    "DOCKET_BOOTSTRAP_TOKEN", ADMIN,
                    "QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(),
                    "QUARKUS_DATASOURCE_USERNAME", postgres.service(),
                    "QUARKUS_DATASOURCE_PASSWORD", postgres.password(),
                    "DOCKET_OWNER_USERNAME", postgres.owner(),
                    "DOCKET_OWNER_PASSWORD", postgres.password());
            try (var one = DocketProcess.start(temporary.resolve("one"), environment);
                    var other = DocketProcess.start(temporary.resolve("other"), environment)) {
                List<Duration> taken = new ArrayList<>();
                for (int i = 0; i < ROUNDS; i++) {
                    taken.add(revoke(one, other, i));
                }
                System.out.printf(
                        "revoked on one replica, last good on the other: %d rounds, latest after %d ms%n",
                        ROUNDS,
                        taken.stream().max(Duration::compareTo).orElseThrow().toMillis());
                assertThat(taken).allSatisfy(each -> assertThat(each).isLessThan(SOON));
            }
        }
    }

    /** When the last request was sent that the token still opened the other replica for, where it was in use all the time. */
    private Duration revoke(DocketProcess one, DocketProcess other, int round) throws Exception {
        HttpResponse<String> made = send(request(one, "/api/v1/tokens", ADMIN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"principal\":\"robot-%d\",\"name\":\"x\"}".formatted(round))));
        assertThat(made.statusCode()).isEqualTo(201);
        String token = member(made, "\"token\":\"([^\"]+)\"");
        assertThat(send(request(other, "/api/v1/me", token)).statusCode()).isEqualTo(200);
        assertThat(send(request(one, "/api/v1/tokens/" + member(made, "\"id\":([0-9]+)"), ADMIN)
                                .header("If-Match", "*")
                                .DELETE())
                        .statusCode())
                .isEqualTo(204);
        long revoked = System.nanoTime();
        assertThat(send(request(one, "/api/v1/me", token)).statusCode())
                .as("here at once")
                .isEqualTo(401);
        Duration last = Duration.ZERO;
        Duration sent = Duration.ofNanos(System.nanoTime() - revoked);
        while (send(request(other, "/api/v1/me", token)).statusCode() == 200) {
            assertThat(sent).isLessThan(Duration.ofSeconds(30));
            last = sent;
            sent = Duration.ofNanos(System.nanoTime() - revoked);
        }
        return last;
    }

    private static String member(HttpResponse<String> response, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(response.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static HttpRequest.Builder request(DocketProcess docket, String path, String token) {
        return HttpRequest.newBuilder(docket.base().resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}

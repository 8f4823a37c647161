package dev.docket.protection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.DocketProcess;
import dev.docket.Eventually;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A service with little to give: limits that are soon reached, a proxy that is believed, one origin that is let in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProtectionIT {

    private static final String ADMIN = "the-bootstrap-token-of-the-tests-0123456789";
    private static final String PORTAL = "https://portal.example";
    private static final int BURST = 30;
    private static final int FAILED = 5;

    private final HttpClient client = HttpClient.newHttpClient();
    private @Nullable DocketProcess started;

    @BeforeAll
    void start(@TempDir Path temporary) throws Exception {
        started = DocketProcess.start(
                temporary.resolve("data"),
                Map.ofEntries(
                        Map.entry("DOCKET_BOOTSTRAP_TOKEN", ADMIN),
                        Map.entry("DOCKET_LIMITS_REQUESTS", "5"),
                        Map.entry("DOCKET_LIMITS_BURST", Integer.toString(BURST)),
                        Map.entry("DOCKET_LIMITS_FAILED_SIGN_INS", Integer.toString(FAILED)),
                        Map.entry("DOCKET_LIMITS_IN_FLIGHT", "2"),
                        Map.entry("DOCKET_LIMITS_WAITING", "1"),
                        Map.entry("DOCKET_LIMITS_WAIT", "500MS"),
                        Map.entry("QUARKUS_HTTP_CORS_ENABLED", "true"),
                        Map.entry("QUARKUS_HTTP_CORS_ORIGINS", PORTAL),
                        Map.entry("QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true"),
                        Map.entry("QUARKUS_HTTP_PROXY_ALLOW_X_FORWARDED", "true"),
                        Map.entry("QUARKUS_LOG_CATEGORY__IO_VERTX__LEVEL", "DEBUG")));
    }

    @AfterAll
    void stop() throws IOException {
        docket().close();
    }

    @Test
    void aPrincipalThatAsksTooMuchIsToldWhenToComeAgainAndHurtsNobodyElse() throws Exception {
        String bot = token("bot");
        String portal = token("portal");
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (int i = 0; i < 4 * BURST; i++) {
            answers.add(get("/api/v1/me", bot));
        }
        HttpResponse<String> first = answers.get(0);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(header(first, "RateLimit-Policy")).isEqualTo("\"principal\";q=30;w=6");
        assertThat(header(first, "RateLimit")).isEqualTo("\"principal\";r=29;t=1");
        HttpResponse<String> refused = answers.stream()
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow();
        assertThat(header(refused, "RateLimit")).matches("\"principal\";r=0;t=[56]");
        assertThat(header(refused, "Retry-After")).isEqualTo("1");
        assertThat(header(refused, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(header(refused, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(refused.body()).contains("\"/problems/rate-limited\"", "\"traceId\"");
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 200).count())
                .isGreaterThanOrEqualTo(BURST)
                .isLessThan(4 * BURST);

        assertThat(get("/api/v1/me", portal).statusCode()).isEqualTo(200);
        Eventually.holds(() -> assertThat(get("/api/v1/me", bot).statusCode()).isEqualTo(200));
        Eventually.holds(() -> assertThat(trail("principal=bot")).contains("\"rate-limited\""));
        Eventually.holds(
                () -> assertThat(metrics()).containsPattern("refused_total\\{reason=\"rate-limited\",?} [1-9]"));
    }

    @Test
    void whoeverTriesTokensOutIsSlowedDownByAddress() throws Exception {
        String valid = token("honest");
        for (int i = 0; i < FAILED; i++) {
            assertThat(from("192.0.2.7", "wrong-token-" + i).statusCode()).isEqualTo(401);
        }
        HttpResponse<String> refused = from("192.0.2.7", "wrong-token");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(header(refused, "RateLimit-Policy")).isEqualTo("\"sign-in\";q=5;w=60");
        assertThat(Integer.parseInt(header(refused, "Retry-After"))).isBetween(1, 12);
        assertThat(from("192.0.2.7", valid).statusCode()).as("a valid token").isEqualTo(200);
        assertThat(from("192.0.2.8", "wrong-token").statusCode())
                .as("from elsewhere")
                .isEqualTo(401);
        for (int i = 0; i < 2 * FAILED; i++) {
            // A host has any number of addresses of IPv6.
            from("2001:db8:1:2:0:0:0:" + i, "wrong-token");
        }
        assertThat(from("2001:db8:1:2:ffff:0:0:1", "wrong-token").statusCode()).isEqualTo(429);
        assertThat(from("2001:db8:1:3:0:0:0:1", "wrong-token").statusCode()).isEqualTo(401);

        Eventually.holds(() -> assertThat(trail("action=sign-in-failed"))
                .contains("\"remoteAddress\":\"192.0.2.7\"", "\"remoteAddress\":\"192.0.2.8\"")
                .doesNotContain("wrong-token"));
    }

    @Test
    void moreThanItTakesOnIsRefusedAndItRecovers() throws Exception {
        String slow = token("slow");
        List<Socket> stuck = new ArrayList<>();
        try {
            for (int i = 0; i < 2; i++) {
                stuck.add(halfARequest(slow));
            }
            Eventually.holds(() -> assertThat(metrics()).containsPattern("requests_in_flight 2"));
            CompletableFuture<HttpResponse<String>> waits =
                    client.sendAsync(request("/problems").build(), BodyHandlers.ofString());
            HttpResponse<String> refused = waits.join();
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(header(refused, "Retry-After")).isEqualTo("1");
            assertThat(header(refused, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(refused.body()).contains("\"/problems/overloaded\"");
            List<CompletableFuture<HttpResponse<String>>> several = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                several.add(client.sendAsync(request("/problems").build(), BodyHandlers.ofString()));
            }
            assertThat(several)
                    .allSatisfy(each -> assertThat(each.join().statusCode()).isEqualTo(503));
            assertThat(health()).isEqualTo(200);

            // One place becomes free while another request waits for it.
            waits = client.sendAsync(request("/problems").build(), BodyHandlers.ofString());
            stuck.remove(0).close();
            assertThat(waits.join().statusCode()).isEqualTo(200);
        } finally {
            for (Socket each : stuck) {
                each.close();
            }
        }
        Eventually.holds(() -> assertThat(metrics()).containsPattern("requests_in_flight 0"));
        for (int i = 0; i < 10; i++) {
            assertThat(send(request("/problems")).statusCode()).isEqualTo(200);
        }
        assertThat(metrics()).containsPattern("refused_total\\{reason=\"overloaded\",?} [1-9]");
    }

    @Test
    void scriptsOfTheConfiguredOriginAreLetIn() throws Exception {
        HttpResponse<String> preflight = send(request("/api/v1/projects")
                .header("Origin", PORTAL)
                .header("Access-Control-Request-Method", "PATCH")
                .header("Access-Control-Request-Headers", "authorization,if-match")
                .method("OPTIONS", BodyPublishers.noBody()));
        assertThat(preflight.statusCode()).isEqualTo(200);
        assertThat(header(preflight, "Access-Control-Allow-Origin")).isEqualTo(PORTAL);
        assertThat(header(preflight, "Access-Control-Allow-Methods")).contains("PATCH");
        HttpResponse<String> read = send(request("/problems").header("Origin", PORTAL));
        assertThat(header(read, "Access-Control-Allow-Origin")).isEqualTo(PORTAL);
        assertThat(header(read, "Access-Control-Expose-Headers")).contains("ETag", "RateLimit", "Link");
        HttpResponse<String> other = send(request("/problems").header("Origin", "https://evil.example"));
        assertThat(other.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void behindAProxyWithTlsBrowsersAreToldToStayThere() throws Exception {
        HttpResponse<String> read = send(request("/problems").header("X-Forwarded-Proto", "https"));
        assertThat(header(read, "Strict-Transport-Security")).isEqualTo("max-age=31536000");
    }

    @Test
    void theLogShowsNoSecrets() throws Exception {
        String secret = token("logged");
        get("/api/v1/projects/" + secret, secret);
        assertThat(Files.readString(docket().log())).isNotEmpty().doesNotContain(secret, ADMIN);
    }

    /** The beginning of a write, whose body never comes. */
    private Socket halfARequest(String token) throws IOException {
        Socket socket = new Socket(docket().base().getHost(), docket().base().getPort());
        socket.getOutputStream()
                .write(
                        "POST /api/v1/tokens HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"
                                .formatted(token)
                                .getBytes(UTF_8));
        return socket;
    }

    private String token(String principal) throws Exception {
        HttpResponse<String> made = send(request("/api/v1/tokens")
                .header("Authorization", "Bearer " + ADMIN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"principal\":\"%s\",\"name\":\"x\",\"scopes\":[\"read\",\"write\",\"admin\"]}"
                                .formatted(principal))));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        var found = Pattern.compile("\"token\":\"([^\"]+)\"").matcher(made.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private String trail(String query) throws Exception {
        HttpResponse<String> read = get("/api/v1/audit/trail?" + query, ADMIN);
        assertThat(read.statusCode()).as(read.body()).isEqualTo(200);
        return read.body();
    }

    private HttpResponse<String> from(String address, String token) throws Exception {
        return send(
                request("/api/v1/me").header("X-Forwarded-For", address).header("Authorization", "Bearer " + token));
    }

    private HttpResponse<String> get(String path, String token) throws Exception {
        return send(request(path).header("Authorization", "Bearer " + token));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(docket().base().resolve(path)).timeout(Duration.ofSeconds(60));
    }

    private String metrics() throws Exception {
        return send(HttpRequest.newBuilder(management("/q/metrics"))).body();
    }

    private int health() throws Exception {
        return send(HttpRequest.newBuilder(management("/q/health/ready"))).statusCode();
    }

    private DocketProcess docket() {
        return Objects.requireNonNull(started);
    }

    private URI management(String path) {
        return docket().management().resolve(path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}

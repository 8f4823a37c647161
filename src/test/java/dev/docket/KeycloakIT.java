package dev.docket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A real identity provider from its first day to its worst, before one and the same service. */
@Tag("long")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeycloakIT {

    private static final Logger LOG = Logger.getLogger(KeycloakIT.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROGRAM = "docket-cli";
    private static final String PROJECT = "/api/v1/projects/payments";

    /** How long an answer may take whatever the provider does: generous, but no hanging request. */
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    static Path temporary;

    private static Keycloak keycloak;
    private static DocketProcess docket;

    @BeforeAll
    static void startTheServiceAlone() throws Exception {
        keycloak = new Keycloak(temporary);
        docket = DocketProcess.start(
                temporary.resolve("data"),
                Map.of(
                        "DOCKET_BOOTSTRAP_TOKEN", Api.ADMIN,
                        "DOCKET_OIDC_ISSUER", keycloak.issuer(),
                        "DOCKET_OIDC_AUDIENCE", "docket",
                        "DOCKET_OIDC_ADMIN_GROUPS", "docket-admins",
                        "DOCKET_OIDC_CLOCK_SKEW", "5S",
                        "DOCKET_OIDC_KEYS_EVERY", "1S"));
    }

    @AfterAll
    static void end() throws Exception {
        keycloak.stop();
        docket.close();
        String log = Files.readString(docket.log());
        assertThat(log).doesNotContain("eyJ").doesNotContain(Api.ADMIN);
    }

    @Test
    @Order(1)
    void theServiceStartsWithoutTheProviderAndSaysSo() throws Exception {
        HttpResponse<String> answer = me(forged());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(me(Api.ADMIN).statusCode()).isEqualTo(200);

        keycloak.start();
        Eventually.holds(() -> assertThat(me(mira()).statusCode()).isEqualTo(200));
        assertThat(me(forged()).statusCode()).isEqualTo(401);
    }

    @Test
    @Order(2)
    void peopleSignIn() throws Exception {
        JsonNode me = JSON.readTree(me(mira()).body());
        LOG.infof("signed in: %s", me);
        assertThat(me.get("name").textValue()).isEqualTo("mira");
        assertThat(me.get("displayName").textValue()).isEqualTo("Mira Holt");
        assertThat(me.get("kind").textValue()).isEqualTo("person");
        assertThat(me.get("groups")).hasToString("[\"architects\"]");
        assertThat(me.get("globalRoles")).isEmpty();
        assertThat(JSON.readTree(me(ada()).body()).get("globalRoles")).hasToString("[\"admin\"]");
    }

    @Test
    @Order(3)
    void aTokenForAnotherProgramOpensNothing() throws Exception {
        assertThat(me(keycloak.token("mira", "another-program")).statusCode()).isEqualTo(401);
    }

    @Test
    @Order(4)
    void groupsAreMembersForAsLongAsPeopleAreInThem() throws Exception {
        created(ada(), "POST", "/api/v1/projects", """
                {"key": "payments", "name": "Payments", "visibility": "restricted",
                 "policy": {"adr": {"requiredRoles": ["security"]}}}""");
        assertThat(send(mira(), "GET", PROJECT, null).statusCode()).isEqualTo(404);
        created(ada(), "PUT", PROJECT + "/members/group:architects", "{\"roles\": [\"author\"]}");
        created(ada(), "PUT", PROJECT + "/members/group:security", """
                {"roles": ["approver"], "policyRoles": ["security"]}""");
        created(mira(), "POST", PROJECT + "/adrs", """
                {"title": "Partition the ledger", "context": {"problem": "Closing a month takes hours."},
                 "decision": {"rationale": "Closing is what hurts."}}""");
        String verdict = PROJECT + "/adrs/1/approvals/a1-1/verdict";
        String approved = "{\"verdict\": \"approved\", \"revision\": 1}";
        assertThat(send(mira(), "PUT", verdict, approved).statusCode()).isEqualTo(403);
        HttpResponse<String> judged = send(keycloak.token("noor", PROGRAM), "PUT", verdict, approved);
        assertThat(judged.statusCode()).as(judged.body()).isEqualTo(200);

        keycloak.leaveGroups("noor");
        assertThat(send(keycloak.token("noor", PROGRAM), "GET", PROJECT, null).statusCode())
                .isEqualTo(404);
        HttpResponse<String> refused = send(ada(), "POST", PROJECT + "/adrs/1/transitions", "{\"to\": \"accepted\"}");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("approval-void");
    }

    @Test
    @Order(5)
    void keysRotate() throws Exception {
        String before = mira();
        assertThat(me(before).statusCode()).isEqualTo(200);
        for (int i = 0; i < 3; i++) {
            keycloak.rotate();
            String after = mira();
            assertThat(kid(after)).isNotEqualTo(kid(before));
            Eventually.holds(() -> assertThat(me(after).statusCode()).isEqualTo(200));
            String last = before;
            Eventually.holds(() -> assertThat(me(last).statusCode()).isEqualTo(401));
            before = after;
        }
    }

    @Test
    @Order(6)
    void clocksMayBeSoFarApartAndNoFurther() throws Exception {
        keycloak.lifespan(Duration.ofSeconds(1));
        String token = mira();
        keycloak.lifespan(Duration.ofMinutes(5));
        long expiry = payload(token).get("exp").longValue();
        Eventually.holds(() -> assertThat(now()).isGreaterThan(expiry));
        int late = me(token).statusCode();
        // On a machine that stood still meanwhile, the answer says nothing.
        if (now() < expiry + 5) {
            assertThat(late).isEqualTo(200);
        }
        Eventually.holds(() -> assertThat(me(token).statusCode()).isEqualTo(401));
        assertThat(now()).isGreaterThanOrEqualTo(expiry + 5);
    }

    @Test
    @Order(7)
    void withoutTheProviderWhatIsKnownGoesOn() throws Exception {
        String token = mira();
        assertThat(me(token).statusCode()).isEqualTo(200);
        keycloak.stop();
        for (int i = 0; i < 5; i++) {
            assertThat(me(token).statusCode()).isEqualTo(200);
            assertThat(me(forged()).statusCode()).isEqualTo(401);
            assertThat(me(Api.ADMIN).statusCode()).isEqualTo(200);
            Thread.sleep(1100);
        }
        keycloak.start();
        keycloak.rotate();
        Eventually.holds(() -> assertThat(me(mira()).statusCode()).isEqualTo(200));
    }

    private static String mira() throws Exception {
        return keycloak.token("mira", PROGRAM);
    }

    private static String ada() throws Exception {
        return keycloak.token("ada", PROGRAM);
    }

    /** As good as a real one, but for the key. */
    private static String forged() {
        return Issuer.tokenOfUnknownKey(Map.of(
                "iss",
                keycloak.issuer(),
                "aud",
                "docket",
                "sub",
                "forged",
                "iat",
                now(),
                "exp",
                now() + 300,
                "preferred_username",
                "mira",
                "groups",
                List.of("docket-admins")));
    }

    private static long now() {
        return System.currentTimeMillis() / 1000;
    }

    private static String kid(String token) throws Exception {
        return part(token, 0).get("kid").textValue();
    }

    private static JsonNode payload(String token) throws Exception {
        return part(token, 1);
    }

    private static JsonNode part(String token, int number) throws Exception {
        return JSON.readTree(
                new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[number]), StandardCharsets.UTF_8));
    }

    private static void created(String token, String method, String path, String body) throws Exception {
        HttpResponse<String> response = send(token, method, path, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    }

    private static HttpResponse<String> me(String token) throws Exception {
        return send(token, "GET", "/api/v1/me", null);
    }

    private static HttpResponse<String> send(String token, String method, String path, @Nullable String body)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(docket.base().resolve(path))
                .timeout(SOON)
                .header("Authorization", "Bearer " + token)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
            boolean creates = path.contains("/members/");
            request.header(creates ? "If-None-Match" : "If-Match", "*");
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}

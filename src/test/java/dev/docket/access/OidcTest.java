package dev.docket.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.Eventually;
import dev.docket.Issuer;
import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which tokens of the identity provider open the service. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class OidcTest {

    private static final String ME = "/api/v1/me";
    private static final String PROJECTS = "/api/v1/projects";

    private final String mira = Api.unique("mira");

    @AfterEach
    void nothingIsWrong() {
        Issuer.fault(Issuer.Fault.NONE);
    }

    @Test
    void aGoodTokenStandsForAPrincipal() {
        Response me = me(Issuer.token(mira, Map.of("name", "Mira Holt", "groups", List.of("/architects", "payments"))));
        assertThat(me.statusCode()).as(me.asString()).isEqualTo(200);
        assertThat(me.<String>path("name")).isEqualTo(mira);
        assertThat(me.<String>path("kind")).isEqualTo("person");
        assertThat(me.<String>path("displayName")).isEqualTo("Mira Holt");
        assertThat(me.<List<String>>path("groups")).containsExactly("architects", "payments");
        assertThat(me.<List<String>>path("scopes")).containsExactly("read", "write", "admin");
        assertThat(me.<List<String>>path("globalRoles")).isEmpty();
        assertThat(me.<Object>path("tokenId")).isNull();
        assertThat(me.<String>path("expiresAt")).isNotNull();
    }

    @Test
    void tokensOfDocketWorkBesideIt() {
        assertThat(me(Api.ADMIN).statusCode()).isEqualTo(200);
        assertThat(me(Api.principalToken(mira)).<Object>path("tokenId")).isNotNull();
    }

    static Stream<Arguments> bad() {
        long now = Instant.now().getEpochSecond();
        return Stream.of(
                bad("wrong audience", "aud", "another-program"),
                bad("no audience", "aud", null),
                bad("wrong issuer", "iss", "https://elsewhere.example"),
                bad("issuer with a slash more", "iss", Issuer.url() + "/"),
                bad("no issuer", "iss", null),
                bad("expired", "exp", now - 35),
                bad("no expiry", "exp", null),
                bad("not yet valid", "nbf", now + 120),
                bad("no subject", "sub", null),
                bad("empty subject", "sub", ""),
                bad("subject too long", "sub", "x".repeat(256)),
                bad("a name that no principal has", "preferred_username", "Mira Holt"),
                bad("the name of a group", "preferred_username", "group:architects"),
                bad("a name too long", "preferred_username", "x".repeat(101)),
                bad("a refresh token", "typ", "Refresh"),
                bad("an id token", "typ", "ID"),
                bad("no signature", Issuer::unsecured),
                bad("the public key as secret", Issuer::hmac),
                bad("unknown key", Issuer::tokenOfUnknownKey),
                bad("wrong key", Issuer::tokenOfWrongKey),
                bad("signature cut off", claims -> {
                    String token = Issuer.token(claims);
                    return token.substring(0, token.lastIndexOf('.') + 1);
                }),
                bad("other content under the signature", claims -> {
                    String[] parts = Issuer.token(claims).split("\\.", -1);
                    claims.put("preferred_username", "admin");
                    return parts[0] + "." + Issuer.token(claims).split("\\.", -1)[1] + "." + parts[2];
                }),
                bad("three parts of nonsense", claims -> "eyJhbGci.eyJzdWIi.c2ln"),
                bad("a header and nothing else", claims -> "eyJhbGciOiJSUzI1NiJ9.."),
                bad("too long", claims -> {
                    claims.put("padding", "x".repeat(9_500));
                    return Issuer.token(claims);
                }));
    }

    private static Arguments bad(String what, String claim, @Nullable Object value) {
        return bad(what, claims -> {
            if (value == null) {
                claims.remove(claim);
            } else {
                claims.put(claim, value);
            }
            return Issuer.token(claims);
        });
    }

    private static Arguments bad(String what, Mint mint) {
        return Arguments.of(what, mint);
    }

    private interface Mint {
        String of(Map<String, Object> claims);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void everyOtherTokenOpensNothing(String what, Mint mint) {
        Map<String, Object> claims = Issuer.claims(mira);
        claims.put("groups", List.of(Issuer.ADMINS));
        String token = mint.of(claims);
        for (int i = 0; i < 2; i++) {
            Response refused = me(token);
            assertThat(refused.statusCode()).as(what).isEqualTo(401);
            assertThat(refused.<String>path("type")).isEqualTo("/problems/unauthenticated");
            assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer");
            assertThat(refused.asString()).doesNotContain(token.substring(0, 10));
        }
        Response write = Api.as(token)
                .contentType("application/json")
                .body(Map.of("key", Api.unique("p"), "name", "x"))
                .post(PROJECTS);
        assertThat(write.statusCode()).as(what).isEqualTo(401);
    }

    @Test
    void clocksMayBeALittleApart() {
        long now = Instant.now().getEpochSecond();
        assertThat(me(Issuer.token(mira, Map.of("exp", now - 10))).statusCode()).isEqualTo(200);
        assertThat(me(Issuer.token(mira, Map.of("nbf", now + 10))).statusCode()).isEqualTo(200);
    }

    @Test
    void oneAudienceOfSeveralIsEnough() {
        assertThat(me(Issuer.token(mira, Map.of("aud", List.of("another", Issuer.AUDIENCE))))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theSubjectStandsInForANameThatIsNotThere() {
        Map<String, Object> claims = Issuer.claims(mira);
        claims.remove("preferred_username");
        assertThat(me(Issuer.token(claims)).<String>path("name")).isEqualTo("subject-of-" + mira);
    }

    @Test
    void theScopeOfATokenNarrowsItOnlyWhereItSpeaksOfDocket() {
        assertThat(scopes("openid profile read")).containsExactly("read", "write", "admin");
        assertThat(scopes("openid docket:read")).containsExactly("read");
        assertThat(scopes("docket:write docket:read docket:everything")).containsExactly("read", "write");
        String reader = Issuer.token(mira, Map.of("scope", "docket:read", "groups", List.of(Issuer.ADMINS)));
        assertThat(Api.as(reader)
                        .contentType("application/json")
                        .body(Map.of("key", Api.unique("p"), "name", "x"))
                        .post(PROJECTS)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aNewKeyIsFoundAndTheOldOneIsForgotten() throws Exception {
        String before = Issuer.token(mira);
        assertThat(me(before).statusCode()).isEqualTo(200);
        Issuer.rotate();
        Eventually.holds(() -> assertThat(me(Issuer.token(mira)).statusCode()).isEqualTo(200));
        Eventually.holds(() -> assertThat(me(before).statusCode()).isEqualTo(401));
    }

    @Test
    void withoutTheProviderKnownKeysGoOnAndUnknownOnesAreRefused() throws Exception {
        assertThat(me(Issuer.token(mira)).statusCode()).isEqualTo(200);
        for (Issuer.Fault fault : List.of(Issuer.Fault.ANSWERS_500, Issuer.Fault.ANSWERS_NOTHING)) {
            Issuer.fault(fault);
            for (int i = 0; i < 2; i++) {
                assertThat(me(Issuer.tokenOfUnknownKey(Issuer.claims(mira))).statusCode())
                        .isEqualTo(401);
                assertThat(me(Issuer.token(mira)).statusCode()).isEqualTo(200);
                assertThat(me(Api.ADMIN).statusCode()).isEqualTo(200);
            }
        }
        Issuer.rotate();
        assertThat(me(Issuer.token(mira)).statusCode()).isEqualTo(401);
        Issuer.fault(Issuer.Fault.NONE);
        Eventually.holds(() -> assertThat(me(Issuer.token(mira)).statusCode()).isEqualTo(200));
    }

    private List<String> scopes(String scope) {
        return me(Issuer.token(mira, Map.of("scope", scope))).path("scopes");
    }

    private static Response me(String token) {
        return Api.as(token).get(ME);
    }
}

package dev.docket.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.Issuer;
import dev.docket.Together;
import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who somebody is that signs in with the identity provider, and stays. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class OidcPrincipalsTest {

    private final String mira = Api.unique("mira");

    @Test
    void aNameBelongsToTheSubjectThatCameWithItFirst() {
        assertThat(me(Issuer.token(mira)).statusCode()).isEqualTo(200);
        assertThat(me(Issuer.token(mira, Map.of("sub", "somebody-else"))).statusCode())
                .isEqualTo(401);
        assertThat(me(Issuer.token(mira)).statusCode()).isEqualTo(200);
    }

    @Test
    void aSubjectKeepsTheNameItCameWithFirst() {
        me(Issuer.token(mira));
        Response renamed = me(Issuer.token(mira, Map.of("preferred_username", Api.unique("holt"))));
        assertThat(renamed.<String>path("name")).isEqualTo(mira);
        Response another = me(Issuer.token(mira, Map.of("preferred_username", "not a name")));
        assertThat(another.<String>path("name")).isEqualTo(mira);
    }

    @Test
    void aPersonWithTokensOfDocketIsTheSameOne() {
        Api.token(Map.of("principal", mira, "kind", "person", "name", "laptop"));
        assertThat(me(Issuer.token(mira)).<String>path("name")).isEqualTo(mira);
        assertThat(me(Issuer.token(mira, Map.of("sub", "somebody-else"))).statusCode())
                .isEqualTo(401);
    }

    @Test
    void nobodySignsInAsAServiceAccount() {
        Api.principalToken(mira);
        assertThat(me(Issuer.token(mira)).statusCode()).isEqualTo(401);
        assertThat(me(Issuer.token("admin")).statusCode()).isEqualTo(401);
        assertThat(me(Issuer.token("admin", Issuer.ADMINS)).statusCode()).isEqualTo(401);
    }

    @Test
    void aRefusedSubjectIsLoggedOnceAndItsTokenNever() {
        Queue<String> log = new ConcurrentLinkedQueue<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                log.add(line.getMessage() + Arrays.toString(line.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger root = Logger.getLogger("");
        root.addHandler(handler);
        try {
            String subject = Api.unique("subject");
            Api.principalToken(mira);
            List<String> tokens = IntStream.range(0, 3)
                    .mapToObj(i -> Issuer.token(mira, Map.of("sub", subject)))
                    .toList();
            tokens.forEach(token -> assertThat(me(token).statusCode()).isEqualTo(401));
            assertThat(log).filteredOn(line -> line.contains(subject)).hasSize(1);
            tokens.forEach(
                    token -> assertThat(log).noneMatch(line -> line.contains(token.substring(token.indexOf('.')))));
        } finally {
            root.removeHandler(handler);
        }
    }

    @Test
    void ofManyFirstSignInsOneMakesThePrincipal() {
        assertThat(Together.run(20, 20, i -> me(Issuer.token(mira)).statusCode()))
                .containsOnly(200);
        String noor = Api.unique("noor");
        assertThat(Together.run(
                        20,
                        20,
                        i -> me(Issuer.token(noor, Map.of("sub", noor + i))).statusCode()))
                .containsOnly(200, 401)
                .containsOnlyOnce(200);
        String one = Api.unique("one");
        List<String> names = Together.run(
                20,
                20,
                i -> me(Issuer.token(one, Map.of("preferred_username", one + "-" + i)))
                        .path("name"));
        assertThat(names).hasSize(20).doesNotContainNull();
        assertThat(names.stream().distinct()).hasSize(1);
    }

    @Test
    void groupsMakeAdminsAndAuditorsForAsLongAsTheySaySo() {
        long now = Instant.now().getEpochSecond();
        assertThat(roles(now, Issuer.ADMINS)).containsExactly("admin");
        assertThat(roles(now + 1, Issuer.AUDITORS, Issuer.ADMINS)).containsExactly("admin", "auditor");
        assertThat(roles(now + 2, "/" + Issuer.AUDITORS)).containsExactly("auditor");
        assertThat(roles(now + 3)).isEmpty();
        String project = Api.project(Map.of("visibility", "restricted"));
        String path = "/api/v1/projects/" + project;
        String auditor = Issuer.token(Api.unique("eye"), Issuer.AUDITORS);
        assertThat(Api.as(auditor).get(path).statusCode()).isEqualTo(200);
        assertThat(Api.as(Issuer.token(Api.unique("nobody"), "others"))
                        .get(path)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anOlderTokenDoesNotBringBackAGroup() {
        long now = Instant.now().getEpochSecond();
        String older = Issuer.token(mira, Map.of("iat", now - 20, "groups", List.of("architects", Issuer.ADMINS)));
        assertThat(me(older).<List<String>>path("groups")).contains("architects");
        String newer = Issuer.token(mira, Map.of("iat", now - 10, "groups", List.of("payments")));
        assertThat(me(newer).<List<String>>path("groups")).containsExactly("payments");
        String old = Issuer.token(mira, Map.of("iat", now - 15, "groups", List.of("architects", Issuer.ADMINS)));
        Response me = me(old);
        assertThat(me.<List<String>>path("groups")).containsExactly("payments");
        assertThat(me.<List<String>>path("globalRoles")).isEmpty();
    }

    @Test
    void groupsThatNoMemberCanBeCalledAreLeftOut() {
        Object groups =
                List.of("/a", "b/c", "", "two words", "group:d", 7, List.of("e"), "/f.g_h-1@x", "x".repeat(101));
        assertThat(me(Issuer.token(mira, Map.of("groups", groups))).<List<String>>path("groups"))
                .containsExactly("a", "f.g_h-1@x");
        Object many = IntStream.range(0, 300).mapToObj(i -> "g" + i).toList();
        assertThat(me(Issuer.token(Api.unique("many"), Map.of("groups", many))).<List<String>>path("groups"))
                .hasSize(200);
        assertThat(me(Issuer.token(Api.unique("one"), Map.of("groups", "single")))
                        .<List<String>>path("groups"))
                .containsExactly("single");
        assertThat(me(Issuer.token(Api.unique("none"), Map.of("groups", Map.of("a", "b"))))
                        .statusCode())
                .isEqualTo(200);
    }

    private List<String> roles(long issuedAt, String... groups) {
        return me(Issuer.token(mira, Map.of("iat", issuedAt, "groups", groups))).path("globalRoles");
    }

    private static Response me(String token) {
        return Api.as(token).get("/api/v1/me");
    }
}

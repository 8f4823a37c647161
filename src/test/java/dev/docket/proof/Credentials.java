package dev.docket.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.Issuer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What opens nothing: values of {@code Authorization}, by what is wrong with them; an empty one is not sent. */
final class Credentials {

    private final Map<String, String> bad = new LinkedHashMap<>();

    private Credentials() {}

    static Map<String, String> bad(DataSource database) {
        Credentials credentials = new Credentials();
        credentials.ours(database);
        credentials.malformed();
        credentials.provided();
        return credentials.bad;
    }

    private void ours(DataSource database) {
        String revoked = token();
        execute(database, "UPDATE token SET revoked_at = now() WHERE hash = sha256('%s')".formatted(revoked));
        String expired = token();
        execute(
                database,
                "UPDATE token SET expires_at = now() - interval '1 second' WHERE hash = sha256('%s')"
                        .formatted(expired));
        bearer("an expired token", expired);
        bearer("a revoked token", revoked);
        bearer("a wrong checksum", "dkt_" + "0".repeat(32) + "_000000");
        bearer("a mistyped token", token().replaceFirst("_(.)", "_~"));
        bearer("a token cut short", token().substring(0, 40));
        bearer("the hash of a token", "\\x" + "0".repeat(64));
    }

    private void malformed() {
        bad.put("no token", "");
        bearer("garbage", "garbage");
        bearer("an empty token", "");
        bad.put("another scheme", "Basic " + encoded("admin:" + Api.ADMIN));
        bad.put("no scheme", Api.ADMIN);
        bearer("two tokens", Api.ADMIN + " " + Api.ADMIN);
        bearer("a list of tokens", Api.ADMIN + "," + Api.ADMIN);
        bearer("the bootstrap token and more", Api.ADMIN + "0");
        bearer("an endless token", "a".repeat(600));
    }

    /** Tokens of the identity provider, each with one thing wrong, for somebody who would be an admin. */
    private void provided() {
        long now = Instant.now().getEpochSecond();
        claim("the wrong audience", "aud", "another-program");
        claim("no audience", "aud", null);
        claim("the wrong issuer", "iss", "https://elsewhere.example");
        claim("no issuer", "iss", null);
        claim("an expired access token", "exp", now - 35);
        claim("an access token without an end", "exp", null);
        claim("an access token of tomorrow", "nbf", now + 86_400);
        claim("an access token of nobody", "sub", null);
        claim("a refresh token", "typ", "Refresh");
        claim("an id token", "typ", "ID");
        bearer("a JWT of alg none", Issuer.unsecured(admin()));
        bearer("a JWT signed with the public key", Issuer.hmac(admin()));
        bearer("a JWT of an unknown key", Issuer.tokenOfUnknownKey(admin()));
        bearer("a JWT of the wrong key", Issuer.tokenOfWrongKey(admin()));
        String good = Issuer.token(admin());
        bearer("a JWT without its signature", good.substring(0, good.lastIndexOf('.') + 1));
        bearer("a JWT of nonsense", "eyJhbGci.eyJzdWIi.c2ln");
    }

    private void claim(String what, String claim, @Nullable Object value) {
        Map<String, Object> claims = admin();
        if (value == null) {
            claims.remove(claim);
        } else {
            claims.put(claim, value);
        }
        bearer(what, Issuer.token(claims));
    }

    private static Map<String, Object> admin() {
        Map<String, Object> claims = Issuer.claims(Api.unique("nobody"));
        claims.put("groups", List.of(Issuer.ADMINS));
        return claims;
    }

    private void bearer(String what, String token) {
        bad.put(what, "Bearer " + token);
    }

    private static String token() {
        return Api.principalToken(Api.unique("nobody"));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void execute(DataSource database, String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

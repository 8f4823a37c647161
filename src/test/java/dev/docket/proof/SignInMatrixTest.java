package dev.docket.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Whoever cannot say who it is gets 401 from every operation, and nothing happens. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class SignInMatrixTest {

    private static final String STATE = """
            SELECT concat_ws(' ', (SELECT count(*) FROM project), (SELECT count(*) FROM member), (SELECT count(*) FROM token),
              (SELECT count(*) FROM document), (SELECT sum(revision) FROM document), (SELECT count(*) FROM import),
              (SELECT sum(version) FROM project), (SELECT count(*) FROM token WHERE revoked_at IS NOT NULL))
            """;

    @Inject
    DataSource database;

    @Test
    void nobodyGetsIn() throws SQLException {
        Ground ground = Ground.prepare("internal");
        Map<String, String> credentials = credentials();
        String before = state();
        int cases = 0;
        for (Operation operation : Operation.guarded()) {
            for (Map.Entry<String, String> credential : credentials.entrySet()) {
                RequestSpecification request = Api.anonymous();
                if (!credential.getValue().isEmpty()) {
                    request.header("Authorization", credential.getValue());
                }
                Response answer = request.request(operation.method(), ground.path(operation));
                String name = operation + " with " + credential.getKey();
                assertThat(answer.statusCode()).as(name).isEqualTo(401);
                assertThat(answer.header("WWW-Authenticate")).as(name).startsWith("Bearer");
                assertThat(answer.asString()).as(name).doesNotContain(ground.marker);
                cases++;
            }
        }
        assertThat(state()).isEqualTo(before);
        Tally.count("sign-in: bad credential x operation", cases);
    }

    private Map<String, String> credentials() throws SQLException {
        String revoked = token();
        execute("UPDATE token SET revoked_at = now() WHERE hash = sha256('%s')".formatted(revoked));
        String expired = token();
        execute("UPDATE token SET expires_at = now() - interval '1 second' WHERE hash = sha256('%s')"
                .formatted(expired));
        Map<String, String> credentials = new LinkedHashMap<>();
        credentials.put("no token", "");
        credentials.put("garbage", "Bearer garbage");
        credentials.put("an empty token", "Bearer ");
        credentials.put("another scheme", "Basic " + encoded("admin:" + Api.ADMIN));
        credentials.put("an expired token", "Bearer " + expired);
        credentials.put("a revoked token", "Bearer " + revoked);
        credentials.put("a wrong checksum", "Bearer dkt_" + "0".repeat(32) + "_000000");
        credentials.put("a mistyped token", "Bearer " + token().replaceFirst("_(.)", "_~"));
        credentials.put("two tokens", "Bearer " + Api.ADMIN + " " + Api.ADMIN);
        credentials.put("a JWT of alg none", "Bearer " + jwt("{\"alg\":\"none\"}", ""));
        credentials.put("a JWT signed with a secret", "Bearer " + jwt("{\"alg\":\"HS256\"}", "c2lnbmVk"));
        credentials.put("a JWT of an unknown key", "Bearer " + jwt("{\"alg\":\"RS256\",\"kid\":\"none\"}", "c2lnbmVk"));
        return credentials;
    }

    private static String token() {
        return Api.principalToken(Api.unique("nobody"));
    }

    private static String jwt(String header, String signature) {
        String claims =
                "{\"iss\":\"https://issuer.test\",\"aud\":\"docket\",\"sub\":\"1\",\"preferred_username\":\"admin\",\"exp\":4102444800}";
        return encoded(header) + "." + encoded(claims) + "." + signature;
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private String state() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(STATE)) {
            row.next();
            return row.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }
}

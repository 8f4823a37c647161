package dev.docket.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.postgres.TestPostgres;
import dev.docket.proof.sample.Call;
import dev.docket.proof.sample.Ground;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever cannot say who it is gets 401 from every operation, for requests that are good otherwise, and nothing happens. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class SignInMatrixTest {

    @Inject
    DataSource database;

    @Test
    void nobodyGetsIn() {
        Tally.count("sign-in: bad credential x request, some credentials for each", check(3));
    }

    @Test
    @Tag("long")
    void nobodyGetsInAnywhere() {
        Tally.count("sign-in: bad credential x request", check(Integer.MAX_VALUE));
    }

    /** With so many credentials for each request; all of them in turn. */
    private int check(int credentials) {
        Ground ground = Ground.prepare("internal");
        List<Map.Entry<String, String>> bad =
                new ArrayList<>(Credentials.bad(database).entrySet());
        int each = Math.min(credentials, bad.size());
        List<Call> calls = Sampled.guarded().stream()
                .map(sampled -> sampled.call(ground, Ground.ADMIN))
                .toList();
        String before = State.of(database);
        int cases = 0;
        for (Call call : calls) {
            for (int i = 0; i < each; i++) {
                refused(call, bad.get(cases % bad.size()), ground.marker);
                cases++;
            }
        }
        assertThat(State.of(database)).isEqualTo(before);
        return cases;
    }

    private static void refused(Call call, Map.Entry<String, String> credential, String marker) {
        RequestSpecification request = Api.anonymous();
        if (!credential.getValue().isEmpty()) {
            request.header("Authorization", credential.getValue());
        }
        Response answer = call.send(request);
        String name = call.method() + " " + call.template() + " with " + credential.getKey();
        assertThat(answer.statusCode()).as(name).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).as(name).startsWith("Bearer");
        assertThat(answer.asString()).as(name).doesNotContain(marker);
    }
}

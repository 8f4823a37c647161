package dev.docket.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.Together;
import dev.docket.document.Desk;
import dev.docket.postgres.TestPostgres;
import dev.docket.proof.Tally;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Whatever happens at the same time, nothing is left of whoever is anonymised. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class AnonymisationRacesTest {

    private static final String ME = "/api/v1/me";

    private static final int ROUNDS = 5;

    @Test
    void ofTwoAtOnceOneIsDone() {
        for (int round = 0; round < ROUNDS; round++) {
            Person each = Person.made();
            String tag = each.seen().header("ETag");
            assertThat(both(() -> each.anonymise(Api.ADMIN, tag), () -> each.anonymise(Api.ADMIN, tag)))
                    .containsOnlyOnce(200)
                    .containsAnyOf(409, 412);
        }
        Tally.count("anonymisation: two at once", ROUNDS);
    }

    @Test
    void besideATokenNoTokenIsLeft() {
        List<String> given = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Person each = Person.made();
            Map<String, ?> wanted = Map.of("principal", each.name(), "name", "late", "displayName", "Still Noor");
            List<Response> answers = bothAnswers(
                    each::anonymise,
                    () -> Api.as(Api.ADMIN)
                            .contentType(ContentType.JSON)
                            .body(wanted)
                            .post("/api/v1/tokens"));
            // Its display name is a change of the principal: then the tag is of the version before.
            assertThat(answers.get(0).statusCode()).isIn(200, 412);
            assertThat(answers.get(1).statusCode()).isIn(201, 409);
            assertThat(
                            answers.get(0).statusCode() == 200
                                    ? 200
                                    : each.anonymise().statusCode())
                    .isEqualTo(200);
            if (answers.get(1).statusCode() == 201) {
                given.add(answers.get(1).path("token"));
            }
            assertThat(each.seen().<Map<String, Object>>path("")).doesNotContainKey("displayName");
        }
        assertThat(given)
                .allSatisfy(
                        token -> assertThat(Api.as(token).get(ME).statusCode()).isEqualTo(401));
        Tally.count("anonymisation: beside a token", ROUNDS);
    }

    @Test
    void besideAMembershipNoneIsLeft() {
        Desk desk = Desk.ofNewProject();
        for (int round = 0; round < ROUNDS; round++) {
            Person each = Person.made();
            List<Integer> statuses = both(each::anonymise, () -> Person.joins(each.name(), desk.project()));
            assertThat(statuses.get(0)).isEqualTo(200);
            assertThat(statuses.get(1)).isIn(201, 409);
            assertThat(Api.as(Api.ADMIN)
                            .get("/api/v1/projects/" + desk.project() + "/members/" + each.name())
                            .statusCode())
                    .isEqualTo(404);
        }
        Tally.count("anonymisation: beside a membership", ROUNDS);
    }

    /** What both got that were done at the same moment. */
    private static List<Response> bothAnswers(Supplier<Response> one, Supplier<Response> other) {
        return Together.run(2, 2, nth -> nth == 0 ? one.get() : other.get());
    }

    private static List<Integer> both(Supplier<Response> one, Supplier<Response> other) {
        return bothAnswers(one, other).stream().map(Response::statusCode).toList();
    }
}

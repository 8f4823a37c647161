package dev.docket.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The ids of one project mean nothing in another one, whatever the caller may do there. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class ForeignIdsTest {

    /** Variables that name something of a project. */
    private static final Set<String> OWNED = Set.of("number", "id", "revision", "principal");

    /** Whoever manages members names principals of anywhere, and checkpoints are of all projects. */
    private static final Set<String> ANYWHERE = Set.of("putMember", "getCheckpoint");

    @Test
    void theIdsOfAnotherProjectAreNotFound() {
        Ground ground = Ground.prepare("restricted");
        String own = Api.project();
        String maintainer = Api.unique("maintainer");
        Api.member(own, maintainer, List.of("maintainer"), List.of("security"));
        String token = Api.principalToken(maintainer);
        int cases = 0;
        for (Operation operation : Operation.guarded()) {
            if (ANYWHERE.contains(operation.id())
                    || operation.variables().stream().noneMatch(OWNED::contains)) {
                continue;
            }
            RequestSpecification request = Api.as(token).header("If-Match", "*");
            operation.bodyType().ifPresent(type -> request.contentType(type).body("{}"));
            Response answer = request.request(operation.method(), ground.path(operation, own));
            assertThat(answer.statusCode()).as(operation + answer.asString()).isEqualTo(404);
            assertThat(answer.asString()).as(operation.id()).doesNotContain(ground.marker);
            cases++;
        }
        assertThat(cases).isPositive();
        Tally.count("ids of another project: in every slot", cases);
    }
}

package dev.docket.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.document.content.Kind;
import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** An archived project can be read, not changed: whatever the door. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class ArchivedTest {

    private static final Kind ADR = Kind.ADR;
    private static final String JSON = "application/json";
    private static final String MERGE = "application/merge-patch+json";

    @Test
    void noWriteGetsThroughAndTheRestIsAsBefore() {
        Desk maintainer = Desk.ofNewProject();
        maintainer.rules(ADR, Map.of("requiredRoles", List.of("security")));
        Desk security = maintainer.colleague("security", List.of("approver"), "security");
        int number = maintainer.created(ADR, document());
        String own = maintainer
                .ask(ADR, number, Map.of("approver", security.principal))
                .path("id");
        String pending = maintainer.approvalOf(ADR, number, "security");
        String before = maintainer.read(ADR, number).toString();
        archive(maintainer, true);

        writes(maintainer.path(ADR, number), own).forEach((what, write) -> {
            Response refused = write.apply(maintainer.request().header("If-Match", "*"));
            archived(what, refused);
        });
        for (String verdict : List.of("approved", "rejected", "abstained")) {
            archived(verdict, security.judge(ADR, number, pending, verdict));
        }
        archived("create", maintainer.create(ADR, Desk.complete(ADR)));
        archived(
                "import",
                maintainer
                        .request()
                        .contentType("text/markdown")
                        .body("# New\n")
                        .post("/api/v1/projects/" + maintainer.project + "/imports"));
        assertThat(maintainer.read(ADR, number)).hasToString(before);

        archive(maintainer, false);
        assertThat(security.judge(ADR, number, pending, "approved").statusCode())
                .isEqualTo(200);
    }

    private static Map<String, Object> document() {
        return Desk.with(
                Desk.with(
                        Desk.with(
                                Desk.complete(ADR),
                                "options",
                                List.of(Map.of("id", "one", "name", "One"), Map.of("id", "two", "name", "Two"))),
                        "decision",
                        Map.of("chosen", "one", "rationale", "It is the first.")),
                "risks",
                List.of(Map.of("id", "slow", "description", "It is slow.")));
    }

    private static Map<String, Function<RequestSpecification, Response>> writes(String path, String approval) {
        Map<String, Function<RequestSpecification, Response>> writes = new LinkedHashMap<>();
        writes.put(
                "put",
                request -> request.contentType(JSON).body(Desk.complete(ADR)).put(path));
        writes.put("patch", request -> patch(request, Map.of("tags", List.of("new")), path));
        writes.put("add an option", request -> post(request, Map.of("name", "Three"), path + "/options"));
        writes.put("patch an option", request -> patch(request, Map.of("name", "2"), path + "/options/two"));
        writes.put("remove an option", request -> request.delete(path + "/options/two"));
        writes.put("add a risk", request -> post(request, Map.of("description", "r"), path + "/risks"));
        writes.put("patch a risk", request -> patch(request, Map.of("description", "r"), path + "/risks/slow"));
        writes.put("add a link", request -> post(request, link(), path + "/links"));
        writes.put("ask", request -> post(request, Map.of("role", "legal"), path + "/approvals"));
        writes.put("withdraw a request", request -> request.delete(path + "/approvals/" + approval));
        for (String status : List.of("accepted", "draft", "rejected", "withdrawn")) {
            writes.put(
                    status,
                    request -> post(request, Map.of("to", status, "comment", "because"), path + "/transitions"));
        }
        return writes;
    }

    private static Map<String, String> link() {
        return Map.of("rel", "ticket", "target", "https://docket.dev/1");
    }

    private static Response post(RequestSpecification request, Object body, String path) {
        return request.contentType(JSON).body(body).post(path);
    }

    private static Response patch(RequestSpecification request, Object body, String path) {
        return request.contentType(MERGE).body(Desk.bytes(body)).patch(path);
    }

    private static void archived(String what, Response refused) {
        assertThat(refused.statusCode()).as(what + refused.asString()).isEqualTo(409);
        assertThat(refused.<String>path("type")).as(what).isEqualTo("/problems/archived");
    }

    private static void archive(Desk maintainer, boolean archived) {
        Response patched = Api.as(Api.ADMIN)
                .contentType(MERGE)
                .header("If-Match", "*")
                .body(Desk.bytes(Map.of("archived", archived)))
                .patch("/api/v1/projects/" + maintainer.project);
        assertThat(patched.statusCode()).isEqualTo(200);
    }
}

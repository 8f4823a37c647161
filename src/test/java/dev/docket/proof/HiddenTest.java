package dev.docket.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.document.content.Kind;
import dev.docket.postgres.TestPostgres;
import dev.docket.proof.sample.Call;
import dev.docket.proof.sample.Ground;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What may not be read does not exist: no answer to any reading tells of a project that one is no member of. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class HiddenTest {

    /** Where its members are told of it: without them nothing would be proved. */
    private static final Set<String> TOLD = Set.of(
            "listDocuments",
            "listAdrLinks",
            "listRfcLinks",
            "getAdrGraph",
            "getRfcGraph",
            "getProjectGraph",
            "listEvents",
            "listRisks",
            "listApprovals",
            "listReviews");

    private final Set<String> told = new TreeSet<>();

    @Test
    void nothingTellsOfAProjectThatOneMayNotRead() {
        Ground open = Ground.prepare("internal");
        Ground hidden = Ground.prepare("restricted");
        for (Kind kind : Kind.values()) {
            pointTo(open.document(kind), hidden.document(kind));
        }
        String stranger = maintainer(open);
        String member = maintainer(open, hidden);
        int cases = 0;
        for (Sampled sampled : Sampled.guarded()) {
            if (sampled.operation().reads()) {
                for (Call call : questions(sampled, open, hidden)) {
                    Response answer = call.send(Api.as(stranger));
                    assertThat(answer.asString()).as(call.address()).doesNotContain(hidden.project, hidden.marker);
                    listen(sampled, call.send(Api.as(member)).asString(), hidden);
                    cases++;
                }
            }
        }
        assertThat(told).containsAll(TOLD);
        Tally.count("a restricted project: questions that tell nobody else of it", cases);
    }

    private void listen(Sampled sampled, String answer, Ground hidden) {
        if (answer.contains(hidden.project) || answer.contains(hidden.marker)) {
            told.add(sampled.operation().id());
        }
    }

    /** The sample, the same without its query, and both with whatever could name the project. */
    private static List<Call> questions(Sampled sampled, Ground open, Ground hidden) {
        Call sample = sampled.call(open, Ground.ADMIN);
        Call plain = new Call(
                sample.method(), sample.template(), sample.variables(), Map.of(), sample.headers(), null, null);
        List<Call> questions = new ArrayList<>(List.of(sample, plain));
        Map.of("project", hidden.project, "q", hidden.marker, "facets", "project")
                .forEach((name, value) -> {
                    if (sampled.operation().parameters().contains(new Operation.Parameter("query", name))) {
                        questions.add(sample.query(name, value));
                        questions.add(plain.query(name, value));
                    }
                });
        return questions;
    }

    private static void pointTo(Ground.Written target, Ground.Written from) {
        Response linked = Api.as(Api.ADMIN)
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(Map.of(
                        "rel",
                        "depends-on",
                        "target",
                        "%s/%s-%04d"
                                .formatted(target.project(), target.kind().prefix(), Integer.valueOf(target.number()))))
                .post(from.path() + "/links");
        assertThat(linked.statusCode()).as(linked.asString()).isEqualTo(201);
    }

    /** The token of somebody who is a maintainer there. */
    private static String maintainer(Ground... grounds) {
        String name = Api.unique("maintainer");
        for (Ground ground : grounds) {
            Api.member(ground.project, name, List.of("maintainer"), List.of("security"));
        }
        return Api.principalToken(name);
    }
}

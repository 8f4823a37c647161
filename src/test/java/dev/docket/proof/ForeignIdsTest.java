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
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ids of one project mean nothing in another one, whatever the caller may do there. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class ForeignIdsTest {

    /** Whoever manages members names principals of anywhere. */
    private static final Set<String> ANYWHERE = Set.of("putMember");

    /** In what it differs from another one, an answer says nothing. */
    private static final String OWN_WORDS = "\"(instance|traceId)\":\"[^\"]*\"";

    private Ground foreign;
    private Ground own;
    private Ground.Caller caller;

    @Inject
    DataSource database;

    @BeforeEach
    void aMaintainerOfOneProjectWhoMayNotReadTheOther() {
        foreign = Ground.prepare("restricted");
        own = Ground.prepare("restricted");
        caller = new Ground.Caller(Api.unique("maintainer"), "");
        caller = new Ground.Caller(caller.name(), Api.principalToken(caller.name()));
        join(own.project);
    }

    private void join(String project) {
        Api.member(project, caller.name(), List.of("maintainer", "approver"), List.of("security"));
    }

    @Test
    void theIdsOfAnotherProjectAreNotFoundInAnEmptyOne() {
        String empty = Api.project();
        join(empty);
        int cases = 0;
        for (Sampled sampled : Sampled.guarded()) {
            if (inProject(sampled) && sampled.operation().variables().size() > 1) {
                Call call = sampled.call(foreign, Ground.ADMIN);
                notFound(sampled, call.with("project", empty));
                cases++;
            }
        }
        Tally.count("ids of another project: all of a path", cases);
    }

    /** Below what is there, the id of what is elsewhere. */
    @Test
    void theIdsOfAnotherProjectAreNotFoundInAnySlot() {
        int cases = 0;
        for (Sampled sampled : Sampled.guarded()) {
            for (String slot : sampled.operation().variables()) {
                if (inProject(sampled) && !slot.equals("number")) {
                    Call there = sampled.call(foreign, Ground.ADMIN);
                    Call here = sampled.call(own, caller);
                    String id = slot.equals("revision") ? "7" : value(there, slot);
                    notFound(sampled, here.with(slot, id));
                    cases++;
                }
            }
        }
        Tally.count("ids of another project: each slot of a path", cases);
    }

    /** What a body or a query names in a project that one may not read is answered as what is nowhere. */
    @Test
    void referencesToAnotherProjectAreAnsweredLikeThoseToNothing() {
        int cases = 0;
        for (Kind kind : Kind.values()) {
            String there = foreign.project + "/" + kind.prefix() + "-0001";
            String nowhere = Api.unique("p") + "/" + kind.prefix() + "-0001";
            Ground.Written document = own.write(kind);
            Stream<Reference> references = Stream.of(
                    ref -> json("{\"rel\": \"related\", \"target\": \"" + ref + "\"}")
                            .post(document.path() + "/links"),
                    ref -> json("{\"rel\": \"supersedes\", \"target\": \"" + ref + "\"}")
                            .post(document.path() + "/links"),
                    ref -> json("{\"title\": \"t\", \"links\": [{\"rel\": \"amends\", \"target\": \"" + ref + "\"}]}")
                            .post("/api/v1/projects/" + own.project + "/" + kind.path()),
                    ref -> json("{\"to\": \"superseded\", \"by\": \"" + ref + "\"}")
                            .post(document.path() + "/transitions"));
            for (Reference reference : references.toList()) {
                Response refused = reference.to(there);
                assertThat(refused.statusCode()).as(refused.asString()).isBetween(400, 499);
                assertThat(words(refused, there)).isEqualTo(words(reference.to(nowhere), nowhere));
                cases++;
            }
        }
        Tally.count("ids of another project: in bodies", cases);
    }

    @FunctionalInterface
    private interface Reference {
        Response to(String ref);
    }

    private RequestSpecification json(String body) {
        return Api.as(caller.token())
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(body);
    }

    private static String words(Response response, String ref) {
        return response.statusCode()
                + response.asString().replaceAll(OWN_WORDS, "").replace(ref, "it");
    }

    private static boolean inProject(Sampled sampled) {
        return sampled.operation().ofProject()
                && !ANYWHERE.contains(sampled.operation().id());
    }

    private static String value(Call call, String slot) {
        return Objects.requireNonNull(call.variables().get(slot), slot);
    }

    private void notFound(Sampled sampled, Call call) {
        String before = State.of(database);
        Response answer = call.send(Api.as(caller.token()));
        String name = sampled + " at " + call.address() + ": " + answer.asString();
        assertThat(answer.statusCode()).as(name).isEqualTo(404);
        assertThat(answer.asString()).as(name).doesNotContain(foreign.marker);
        assertThat(State.of(database)).as(name).isEqualTo(before);
    }
}

package dev.docket.proof.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.Api;
import dev.docket.document.content.Kind;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A project with one of everything in it, whose policy asks {@code security}; what is there stays as it is. */
public final class Ground {

    private static final String JSON = "application/json";

    /** Stands in every text of the project, so that a leak is seen. */
    public final String marker = Api.unique("marker");

    public final String project;

    /** A member that judges, as {@code security} and by name. */
    public final Caller judge;

    /** A member that nobody will miss. */
    public final String member;

    private final Map<Kind, Written> written = new EnumMap<>(Kind.class);
    private final String imported;

    /** Somebody that makes requests. */
    public record Caller(String name, String token) {

        RequestSpecification request() {
            return Api.as(token);
        }
    }

    /** The admin, who may all that a maintainer may. */
    public static final Caller ADMIN = new Caller("admin", Api.ADMIN);

    /** A document with an option, a risk, a link, and two approvals: one that was asked for, and one of the policy's. */
    public record Written(Kind kind, String project, String number, String marker) {

        /** The id of a part, such as {@code option} or {@code asked}: no other project has one like it. */
        String id(String part) {
            return part + marker.substring("marker".length());
        }

        public String path() {
            return "/api/v1/projects/%s/%s/%s".formatted(project, kind.path(), number);
        }
    }

    private Ground(String project) {
        this.project = project;
        member = "member-of-" + project;
        judge = new Caller("judge-of-" + project, Api.principalToken("judge-of-" + project));
        Api.member(project, member, List.of("reader"), List.of());
        Api.member(project, judge.name(), List.of("approver"), List.of("security"));
        for (Kind kind : Kind.values()) {
            written.put(kind, write(kind));
        }
        imported = ok(ADMIN.request()
                        .contentType("text/markdown")
                        .body("# " + marker + "\n")
                        .post("/api/v1/projects/" + project + "/imports?dryRun=true&path=" + marker + ".md"))
                .path("id");
    }

    /** A new project of that visibility. */
    public static Ground prepare(String visibility) {
        Map<String, ?> policy = Map.of("requiredRoles", List.of("security"));
        return new Ground(
                Api.project(Map.of("visibility", visibility, "policy", Map.of("adr", policy, "rfc", policy))));
    }

    /** The document that is there for whoever changes nothing. */
    public Written document(Kind kind) {
        return Objects.requireNonNull(written.get(kind));
    }

    /** The id of an import that is there. */
    public String imported() {
        return imported;
    }

    /** A new document, proposed. */
    public Written write(Kind kind) {
        return write(kind, ADMIN);
    }

    /** A new document of the caller's; of the admin's where the caller may make none. */
    Written write(Kind kind, Caller caller) {
        ObjectNode body = body(kind);
        String path = "/api/v1/projects/" + project + "/" + kind.path();
        Response response =
                caller.request().contentType(JSON).body(body.toString()).post(path);
        if (response.statusCode() != 201) {
            response =
                    ok(ADMIN.request().contentType(JSON).body(body.toString()).post(path));
        }
        return new Written(kind, project, response.path("number").toString(), marker);
    }

    /** What a document with one of everything says. */
    public ObjectNode body(Kind kind) {
        String suffix = marker.substring("marker".length());
        String sections = kind == Kind.ADR
                ? "'context': {'problem': '%1$s'}, 'decision': {'rationale': '%1$s', 'chosen': 'chosen%2$s'}"
                : "'summary': '%1$s', 'motivation': {'why': '%1$s'}";
        return (ObjectNode) Call.json("""
                {'title': '%1$s', 'tags': ['t%2$s'], 'options': [{'id': 'option%2$s', 'name': '%1$s'}, {'id': 'chosen%2$s', 'name': '%1$s'}],
                 'risks': [{'id': 'risk%2$s', 'description': '%1$s'}],
                 'links': [{'id': 'link%2$s', 'rel': 'ticket', 'title': '%1$s', 'target': 'https://docket.dev/%1$s'}],
                 'approvals': [{'id': 'asked%2$s', 'approver': '%3$s'}, {'id': 'policy%2$s', 'role': 'security'}], %4$s}
                """.formatted(marker, suffix, judge.name(), sections.formatted(marker, suffix)));
    }

    /** The judge's verdict on what the policy asks. */
    void judge(Written document, String verdict) {
        ok(judge.request()
                .contentType(JSON)
                .header("If-Match", "*")
                .body(Map.of("verdict", verdict, "revision", 1, "comment", marker))
                .put(document.path() + "/approvals/" + document.id("policy") + "/verdict"));
    }

    /** All that is there and stays, as the admin reads it. */
    public String picture() {
        String at = "/api/v1/projects/" + project;
        Stream<String> documents = written.values().stream()
                .map(Written::path)
                .flatMap(path -> Stream.of(path, path + "/revisions", path + "/transitions"));
        Stream<String> lists = Stream.of(at, at + "/members", at + "/adrs", at + "/rfcs");
        return Stream.concat(lists, documents)
                .map(path -> ok(ADMIN.request().get(path)).asString())
                .collect(Collectors.joining("\n"));
    }

    /** What is there now, as the admin reads it. */
    static JsonNode read(String path) {
        return Call.read(ok(ADMIN.request().get(path)).asString());
    }

    static Response ok(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isBetween(200, 299);
        return response;
    }
}

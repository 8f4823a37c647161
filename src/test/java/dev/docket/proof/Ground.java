package dev.docket.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A project with one of everything, and a valid value for each variable of the contract's paths. Whoever adds an
 * operation with a new kind of id adds it here.
 */
final class Ground {

    /** Stands in every text of the project, so that a leak is seen. */
    final String marker = Api.unique("marker");

    final String project;
    private final Map<String, String> ids = new HashMap<>();

    private Ground(String project) {
        this.project = project;
    }

    /** A new project of that visibility, whose policy asks {@code security}. */
    static Ground prepare(String visibility) {
        Ground ground = new Ground(
                Api.project(Map.of("visibility", visibility, "policy", Map.of("adr", policy(), "rfc", policy()))));
        ground.document("adrs", "\"context\": {\"problem\": \"p\"}, \"decision\": {\"rationale\": \"r\"}");
        ground.document("rfcs", "\"summary\": \"s\", \"motivation\": {\"why\": \"w\"}");
        Api.member(ground.project, ground.member(), List.of("reader"), List.of());
        Response imported = Api.as(Api.ADMIN)
                .contentType("text/markdown")
                .queryParam("path", ground.marker + ".md")
                .body("# " + ground.marker + "\n")
                .post("/api/v1/projects/" + ground.project + "/imports?dryRun=true");
        assertThat(imported.statusCode()).as(imported.asString()).isEqualTo(202);
        ground.ids.put("imports", imported.path("id"));
        ground.ids.put(
                "tokens",
                Api.token(Map.of("principal", ground.member(), "name", ground.marker))
                        .path("id")
                        .toString());
        Response hook = request("{\"url\": \"https://%s.example.com/\"}".formatted(ground.marker))
                .post("/api/v1/projects/" + ground.project + "/webhooks");
        assertThat(hook.statusCode()).as(hook.asString()).isEqualTo(201);
        ground.ids.put("webhooks", hook.path("id").toString());
        return ground;
    }

    private static Map<String, ?> policy() {
        return Map.of("requiredRoles", List.of("security"));
    }

    private void document(String series, String sections) {
        String body = """
                {"title": "%1$s", %2$s, "options": [{"id": "one", "name": "%1$s"}],
                 "risks": [{"id": "slow", "description": "%1$s"}],
                 "links": [{"id": "see", "rel": "ticket", "title": "%1$s", "target": "https://docket.dev/%1$s"}]}
                """.formatted(marker, sections);
        Response created = request(body).post("/api/v1/projects/" + project + "/" + series);
        assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
        for (String part : List.of("options", "risks", "links", "approvals")) {
            ids.put(series + part, created.path(part + "[0].id"));
        }
        ids.put(series, created.path("number").toString());
    }

    private static RequestSpecification request(String body) {
        return Api.as(Api.ADMIN).contentType(ContentType.JSON).body(body);
    }

    String member() {
        return "member-of-" + project;
    }

    /** The path with the ids of this project; fails where there is a variable that nobody has thought of. */
    String path(Operation operation) {
        return path(operation, project);
    }

    /** The path with the ids of this project in another one. */
    String path(Operation operation, String elsewhere) {
        StringBuilder path = new StringBuilder();
        String series = "";
        String before = "";
        for (String segment : operation.path().substring(1).split("/", -1)) {
            if (segment.equals("adrs") || segment.equals("rfcs")) {
                series = segment;
            }
            path.append('/').append(segment.startsWith("{") ? value(segment, series, before, elsewhere) : segment);
            before = segment;
        }
        return path.toString();
    }

    private String value(String variable, String series, String before, String key) {
        return switch (variable) {
            case "{project}" -> key;
            case "{principal}" -> member();
            case "{number}" -> id(series);
            case "{revision}" -> "1";
            case "{id}" -> id(series + before);
            case "{deliveryId}" -> "1";
            case "{template}" -> "adr-drivers";
            case "{slug}" -> "forbidden";
            default -> throw new AssertionError("no value is known for " + variable + ": add one to Ground");
        };
    }

    private String id(String of) {
        String id = ids.get(of);
        if (id == null) {
            throw new AssertionError("no id of " + of + " is known: add one to Ground");
        }
        return id;
    }
}

package dev.docket.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.Api;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Documents of three projects, one of them restricted, that point at each other in every way, in circles too. */
final class Web {

    static final List<String> RELS = List.of(
            "supersedes",
            "amends",
            "amended-by",
            "depends-on",
            "required-by",
            "relates-to",
            "implements",
            "implemented-by");

    private static final ObjectMapper JSON = new ObjectMapper();

    final String secret = Api.project(Map.of("visibility", "restricted"));
    final List<String> projects = List.of(Api.project(), Api.project(), secret);
    final String stranger = Api.principalToken(Api.unique("stranger"));
    final String insider = Api.principalToken(Api.unique("insider"));

    /** By their names over all projects, as the admin reads them. */
    final Map<String, ObjectNode> documents = new TreeMap<>();

    private final Random random;

    Web(Random random, int count) {
        this.random = random;
        String name = Api.as(insider).get("/api/v1/me").path("name");
        Api.member(secret, name, List.of("reader"), List.of());
        for (int i = 0; i < count; i++) {
            create();
        }
        List<String> ids = List.copyOf(documents.keySet());
        for (int i = 0; i < ids.size(); i++) {
            link(ids.get(i), ids.get((i + 1 + random.nextInt(ids.size() - 1)) % ids.size()));
        }
        ids.forEach(this::live);
        supersede();
        List.copyOf(documents.keySet()).forEach(id -> documents.put(id, read(id)));
    }

    /** Those that the bearer of the token may not read anything of. */
    Set<String> hiddenFrom(String token) {
        return token.equals(stranger) ? Set.of(secret) : Set.of();
    }

    private void create() {
        String project = any(projects);
        String kind = random.nextInt(4) == 0 ? "rfcs" : "adrs";
        ObjectNode body = JSON.createObjectNode();
        body.put("title", "Number " + documents.size());
        body.putObject("decision").put("rationale", "because");
        body.putObject("context").put("problem", "there is one");
        if (kind.equals("rfcs")) {
            body.remove(List.of("decision", "context"));
            body.put("summary", "short").putObject("motivation").put("why", "so");
        }
        ArrayNode links = body.putArray("links");
        for (String target : documents.keySet()) {
            if (random.nextInt(documents.size() + 2) < 2) {
                boolean alike = target.startsWith(project + "/" + prefix(kind));
                String rel = alike && random.nextInt(3) > 0 ? "supersedes" : any(RELS.subList(1, RELS.size()));
                links.addObject().put("rel", rel).put("target", target);
            }
        }
        if (random.nextInt(3) == 0) {
            body.putArray("references").addObject().put("text", "as in " + prefix(kind) + "0001, which may be here");
        }
        Response created = Api.as(Api.ADMIN)
                .contentType(ContentType.JSON)
                .body(body.toString())
                .post("/api/v1/projects/" + project + "/" + kind);
        assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
        documents.put(project + "/" + created.path("ref"), body);
    }

    private static String prefix(String kind) {
        return kind.equals("rfcs") ? "RFC-" : "ADR-";
    }

    /** One more link, to any document, so that there are circles. */
    private void link(String id, String target) {
        Response linked = Api.as(Api.ADMIN)
                .contentType(ContentType.JSON)
                .body(Map.of("rel", any(RELS.subList(2, 8)), "target", target))
                .post(path(id) + "/links");
        assertThat(linked.statusCode()).as(linked.asString()).isEqualTo(201);
    }

    /** Chance may have left out what has to be there once. */
    private void supersede() {
        String older = accepted(Map.of());
        accepted(Map.of("links", List.of(Map.of("rel", "supersedes", "target", older))));
    }

    /** The ref of a new document of the first project. */
    private String accepted(Map<String, ?> more) {
        Map<String, Object> body = new TreeMap<>(Map.of(
                "title", "Decided", "decision", Map.of("rationale", "because"), "context", Map.of("problem", "one")));
        body.putAll(more);
        Response created = Api.as(Api.ADMIN)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/projects/" + projects.get(0) + "/adrs");
        assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
        String ref = created.path("ref");
        documents.put(projects.get(0) + "/" + ref, JSON.createObjectNode());
        move(projects.get(0) + "/" + ref, "accepted");
        return ref;
    }

    /** Some are decided; what the lifecycle refuses stays as it is. */
    private void live(String id) {
        int life = random.nextInt(8);
        if (life > 1) {
            move(id, life == 2 ? "rejected" : "accepted");
        }
        if (life == 3) {
            move(id, "deprecated");
        }
    }

    private static void move(String id, String to) {
        Response moved = Api.as(Api.ADMIN)
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(Map.of("to", to, "comment", "because"))
                .post(path(id) + "/transitions");
        assertThat(moved.statusCode()).as(moved.asString()).isIn(200, 409);
    }

    static String path(String id) {
        String[] parts = id.split("[/-](?=ADR|RFC|[0-9]+$)", -1);
        return "/api/v1/projects/%s/%s/%d"
                .formatted(parts[0], parts[1].equals("ADR") ? "adrs" : "rfcs", Integer.parseInt(parts[2]));
    }

    private static ObjectNode read(String id) {
        try {
            return (ObjectNode) JSON.readTree(Api.as(Api.ADMIN).get(path(id)).asByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** What a document says of others: rel and name over all projects, in turn. */
    static List<String[]> said(ObjectNode document) {
        String project = document.path("project").asText();
        List<String[]> said = new ArrayList<>();
        for (JsonNode link : document.path("links")) {
            String target = link.path("target").asText();
            said.add(new String[] {link.path("rel").asText(), target.contains("/") ? target : project + "/" + target});
        }
        for (JsonNode reference : document.path("references")) {
            said.add(new String[] {
                "relates-to", project + "/" + reference.path("text").asText().substring(6, 14)
            });
        }
        return said;
    }
}

package dev.docket.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.Api;
import dev.docket.access.Caller;
import dev.docket.document.Address;
import dev.docket.document.content.Kind;
import dev.docket.document.content.Status;
import dev.docket.postgres.TestPostgres;
import dev.docket.proof.Tally;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Graphs are what looking at every document gives, for whoever asks; and they have an end. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class GraphTest {

    private static final List<String> RELATIONS =
            List.of("supersedes", "amends", "depends-on", "implements", "relates-to");
    private static final List<String> STATUSES =
            List.of("draft", "proposed", "accepted", "rejected", "deprecated", "superseded");

    @Inject
    Graphs graphs;

    @Test
    void graphsAreWhatLookingAtEveryDocumentGives() {
        compare(32, 80, 20261128);
    }

    @Test
    @Tag("long")
    void manyGraphsAreWhatLookingAtEveryDocumentGives() {
        for (int seed = 0; seed < 2; seed++) {
            compare(120, 500, seed);
        }
    }

    private static void compare(int documents, int questions, long seed) {
        Random random = new Random(seed);
        Web web = new Web(random, documents);
        for (int i = 0; i < questions; i++) {
            check(web, random);
        }
        assertThat(steps(Api.as(Api.ADMIN).get("/api/v1/projects/" + web.projects.get(0) + "/graph")))
                .isNotEmpty();
        Tally.count("graph: as looking at every document", questions);
    }

    private static void check(Web web, Random random) {
        String token = web.any(List.of(Api.ADMIN, web.insider, web.stranger));
        Map<String, List<String>> question = question(web, random);
        PlainGraph plain = new PlainGraph(web, web.hiddenFrom(token), matching(question), rels(question));
        RequestSpecification request = Api.as(token);
        question.forEach((name, values) -> request.queryParam(name, values.toArray()));
        Map<String, Integer> expected;
        String path;
        boolean around = random.nextInt(4) > 0;
        if (around) {
            String start = web.any(List.copyOf(web.documents.keySet()));
            if (web.hiddenFrom(token).stream().anyMatch(start::startsWith)) {
                assertThat(Api.as(token).get(Web.path(start) + "/graph").statusCode())
                        .isEqualTo(404);
                return;
            }
            int depth = 1 + random.nextInt(10);
            String direction = web.any(List.of("in", "out", "both"));
            request.queryParam("depth", depth).queryParam("direction", direction);
            path = Web.path(start) + "/graph";
            expected = plain.within(Set.of(start), depth, !direction.equals("in"), !direction.equals("out"));
        } else {
            String project = web.any(web.projects);
            path = "/api/v1/projects/" + project + "/graph";
            if (web.hiddenFrom(token).contains(project)) {
                assertThat(Api.as(token).get(path).statusCode()).isEqualTo(404);
                return;
            }
            Set<String> own = web.documents.keySet().stream()
                    .filter(id -> id.startsWith(project + "/") && plain.shows(id))
                    .collect(Collectors.toSet());
            expected = plain.within(own, 1, true, true);
        }
        Response answer = request.get(path);
        String name = path + " " + question + " " + answer.asString();
        assertThat(answer.statusCode()).as(name).isEqualTo(200);
        assertThat(nodes(answer, around)).as(name).isEqualTo(around ? expected : zeroed(expected));
        assertThat(edges(answer)).as(name).containsExactlyInAnyOrderElementsOf(plain.among(expected.keySet()));
        List<String> steps = steps(answer);
        assertThat(steps).as(name).containsExactlyInAnyOrderElementsOf(plain.supersessions(expected.keySet()));
        assertThat(answer.<Boolean>path("truncated")).isFalse();
    }

    private static Map<String, List<String>> question(Web web, Random random) {
        Map<String, List<String>> question = new TreeMap<>();
        if (random.nextInt(4) == 0) {
            question.put("kind", List.of(web.any(List.of("adr", "rfc"))));
        }
        if (random.nextInt(3) == 0) {
            question.put("status", List.of(web.any(STATUSES), web.any(STATUSES), "accepted"));
        }
        if (random.nextInt(4) == 0) {
            question.put("inForce", List.of(Boolean.toString(random.nextBoolean())));
        }
        if (random.nextInt(2) == 0) {
            question.put("rel", List.of(web.any(RELATIONS), web.any(RELATIONS)));
        }
        return question;
    }

    private static Predicate<ObjectNode> matching(Map<String, List<String>> question) {
        return document -> {
            String status = document.path("status").asText();
            boolean inForce = status.equals("accepted") || status.equals("implemented");
            return among(question, "kind", document.path("kind").asText())
                    && among(question, "status", status)
                    && among(question, "inForce", Boolean.toString(inForce));
        };
    }

    private static boolean among(Map<String, List<String>> question, String name, String value) {
        return question.getOrDefault(name, List.of(value)).contains(value);
    }

    private static Set<String> rels(Map<String, List<String>> question) {
        return Set.copyOf(question.getOrDefault("rel", RELATIONS));
    }

    private static Map<String, Integer> nodes(Response answer, boolean measured) {
        Map<String, Integer> nodes = new TreeMap<>();
        List<String> ids = answer.path("nodes.id");
        List<Integer> distances = answer.path("nodes.distance");
        for (int i = 0; i < ids.size(); i++) {
            nodes.put(ids.get(i), measured ? distances.get(i) : 0);
        }
        return nodes;
    }

    private static Map<String, Integer> zeroed(Map<String, Integer> distances) {
        Map<String, Integer> zeroed = new TreeMap<>();
        distances.keySet().forEach(id -> zeroed.put(id, 0));
        return zeroed;
    }

    private static List<String> edges(Response answer) {
        return answer.<List<Map<String, String>>>path("edges").stream()
                .map(edge -> edge.get("from") + " " + edge.get("rel") + " " + edge.get("to"))
                .toList();
    }

    private static List<String> steps(Response answer) {
        List<String> steps = new ArrayList<>();
        for (List<String> chain : answer.<List<List<String>>>path("chains")) {
            assertThat(chain).hasSizeGreaterThan(1);
            for (int i = 1; i < chain.size(); i++) {
                steps.add(chain.get(i - 1) + " " + chain.get(i));
            }
        }
        return steps;
    }

    @Test
    void aGraphThatIsTooLargeIsCutAndSaysSo() {
        String project = Api.project();
        create(project, List.of());
        for (int i = 2; i <= 12; i++) {
            create(project, List.of("ADR-0001", "ADR-%04d".formatted(i - 1)));
        }
        Filter all = new Filter(EnumSet.allOf(Kind.class), EnumSet.allOf(Status.class), EnumSet.allOf(Relation.class));
        Address hub = new Address(Kind.ADR, project, 1);
        Caller anybody = new Caller("anybody", Set.of(), Set.of(), Set.of());
        Graph cut = graphs.around(hub, all, Towards.BOTH, 2, anybody, 5);
        assertThat(cut.truncated()).isTrue();
        assertThat(cut.nodes().stream().map(Node::number)).containsExactly(1, 9, 10, 11, 12);
        assertThat(cut.edges()).hasSize(7);
        assertThat(Mermaid.of(cut)).contains("There is more");
        assertThat(Graphviz.of(cut)).contains("There is more");
        assertThat(graphs.around(hub, all, Towards.BOTH, 2, anybody, 12).truncated())
                .isFalse();
        assertThat(graphs.around(hub, all, Towards.BOTH, 2, anybody, 11).truncated())
                .isTrue();
    }

    @Test
    @Tag("long")
    void noMoreThanTwoThousandDocumentsAreShown() {
        String project = Api.project();
        create(project, List.of());
        for (int i = 0; i < Graphs.MAX_NODES; i++) {
            create(project, List.of("ADR-0001"));
        }
        for (String path : List.of("/graph", "/adrs/1/graph", "/adrs/2/graph?depth=10")) {
            Response answer = Api.as(Api.ADMIN).get("/api/v1/projects/" + project + path);
            assertThat(answer.<List<?>>path("nodes")).hasSize(Graphs.MAX_NODES);
            assertThat(answer.<Boolean>path("truncated")).isTrue();
        }
    }

    private static void create(String project, List<String> dependsOn) {
        Response created = Api.as(Api.ADMIN)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "title",
                        "A title",
                        "links",
                        dependsOn.stream()
                                .map(target -> Map.of("rel", "depends-on", "target", target))
                                .toList()))
                .post("/api/v1/projects/" + project + "/adrs");
        assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
    }

    @Test
    void whatCannotBeAskedForIsRefused() {
        String project = Api.project();
        create(project, List.of());
        String graph = "/api/v1/projects/" + project + "/graph";
        String near = "/api/v1/projects/" + project + "/adrs/1/graph";
        for (String depth : List.of("0", "-1", "11", "1000000000", "x", "")) {
            Response refused = Api.as(Api.ADMIN).queryParam("depth", depth).get(near);
            assertThat(refused.statusCode()).as(depth).isEqualTo(400);
            assertThat(refused.<List<String>>path("errors.parameter")).containsExactly("depth");
        }
        for (String name : List.of("kind", "status", "rel", "direction", "inForce")) {
            for (String value : List.of("nothing", "\u202e", "ADR", "superseded-by", "a\0b")) {
                assertThat(Api.as(Api.ADMIN).queryParam(name, value).get(near).statusCode())
                        .as(name + "=" + value)
                        .isEqualTo(400);
            }
        }
        for (String query : List.of("?depth=2", "?direction=in", "?limit=1")) {
            assertThat(Api.as(Api.ADMIN).get(graph + query).statusCode())
                    .as(query)
                    .isEqualTo(400);
        }
        assertThat(Api.as(Api.ADMIN).get(near + "?status=draft&inForce=true").<List<?>>path("nodes"))
                .hasSize(1);
        assertThat(Api.as(Api.ADMIN).get(near.replace("/1/", "/2/")).statusCode())
                .isEqualTo(404);
    }
}

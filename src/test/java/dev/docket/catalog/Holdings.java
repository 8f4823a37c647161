package dev.docket.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.Api;
import dev.docket.TestClock;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Documents of any kind in four projects: two that everybody reads, one that the insider reads too, and one that only
 * the admin does. They were written at any time of the last years, so that no two orders of them are alike.
 */
final class Holdings {

    static final List<String> WORDS =
            List.of("zorvex", "quandle", "plimsoll", "brindle", "kestrel", "obelisk", "fjordic", "umlaut");
    static final List<String> TAGS = List.of("storage", "security", "api", "ux", "cost");
    static final List<String> COMPONENTS = List.of("ledger", "mobile", "gateway");
    static final List<String> PEOPLE = List.of("Noor Haddad", "mira.holt", "Ada Byron", "Öyvind Å", "o'Brien \\ co");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<List<String>> LIVES = List.of(
            List.of(),
            List.of("accepted"),
            List.of("accepted", "implemented"),
            List.of("accepted", "deprecated"),
            List.of("rejected"),
            List.of("withdrawn"));

    /** A component that all of them have, and no document of another test. */
    final String mark = Api.unique("mark");

    final List<String> open = List.of(Api.project(), Api.project());
    final String closed = Api.project(Map.of("visibility", "restricted"));
    final String secret = Api.project(Map.of("visibility", "restricted"));
    final Map<String, Set<String>> hiddenFrom = new TreeMap<>();
    final String insider = Api.principalToken(Api.unique("insider"));
    final String stranger = Api.principalToken(Api.unique("stranger"));

    /** In the order in which they were created. */
    final List<ObjectNode> documents = new ArrayList<>();

    private final Random random;

    Holdings(Random random) {
        this.random = random;
        hiddenFrom.put(Api.ADMIN, Set.of());
        String insiderName = Api.as(insider).get("/api/v1/me").path("name");
        Api.member(closed, insiderName, List.of("author"), List.of());
        Api.member(open.get(0), insiderName, List.of("author"), List.of());
        hiddenFrom.put(insider, Set.of(secret));
        hiddenFrom.put(stranger, Set.of(closed, secret));
    }

    List<String> projects() {
        return List.of(open.get(0), open.get(1), closed, secret);
    }

    /** Makes so many more, each at a time of its own. */
    Holdings make(int count, TestClock clock) {
        for (int i = 0; i < count; i++) {
            String project = any(projects());
            String kind = random.nextInt(3) == 0 ? "rfcs" : "adrs";
            clock.back();
            clock.forward(Duration.ofMinutes(-random.nextInt(900 * 24 * 60)));
            String path = "/api/v1/projects/" + project + "/" + kind;
            boolean byInsider = random.nextBoolean() && !project.equals(secret) && !project.equals(open.get(1));
            int number = send(Api.as(byInsider ? insider : Api.ADMIN)
                            .contentType(ContentType.JSON)
                            .body(document(kind).toString())
                            .post(path))
                    .path("number");
            live(path + "/" + number, clock);
            documents.add(read(path + "/" + number));
        }
        clock.back();
        return this;
    }

    private void live(String path, TestClock clock) {
        for (String to : any(LIVES)) {
            clock.forward(Duration.ofHours(random.nextInt(500)));
            Response moved = move(path, to);
            if (moved.statusCode() == 409) {
                return; // it is a draft
            }
            send(moved);
        }
    }

    static Response move(String path, String to) {
        return Api.as(Api.ADMIN)
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(Map.of("to", to, "comment", "because"))
                .post(path + "/transitions");
    }

    static ObjectNode read(String path) {
        try {
            return (ObjectNode) JSON.readTree(Api.as(Api.ADMIN).get(path).asByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Response send(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isBetween(200, 201);
        return response;
    }

    private ObjectNode document(String kind) {
        ObjectNode document = JSON.createObjectNode();
        document.put("title", title());
        labels(document, "tags", TAGS, 3);
        labels(document, "components", COMPONENTS, 2).add(mark);
        labels(document, "deciders", PEOPLE, 2);
        if (random.nextBoolean()) {
            document.put("author", any(PEOPLE) + ", " + any(PEOPLE));
        }
        if (random.nextBoolean()) {
            document.put("reviewOn", "20%02d-0%d-15".formatted(20 + random.nextInt(12), 1 + random.nextInt(9)));
        }
        if (random.nextBoolean()) {
            document.putArray("options").addObject().put("name", any(WORDS)).put("description", any(WORDS));
        }
        if (random.nextBoolean()) {
            document.putArray("risks").addObject().put("description", "If " + any(WORDS) + " fails.");
        }
        if (random.nextInt(5) > 0 && kind.equals("adrs")) {
            document.putObject("context").put("problem", "The " + any(WORDS) + " is slow.");
            document.putObject("decision").put("rationale", "It hurts.");
        } else if (random.nextInt(5) > 0) {
            document.put("summary", "Replace the " + any(WORDS) + ".");
            document.putObject("motivation").put("why", "It hurts.");
        }
        if (kind.equals("adrs")) {
            document.remove(List.of("summary", "motivation"));
        }
        return document;
    }

    private String title() {
        String word = any(WORDS);
        return switch (random.nextInt(5)) {
            case 0 -> word.toUpperCase(java.util.Locale.ROOT) + " " + random.nextInt(3);
            case 1 -> "É " + word;
            case 2 -> "😀 " + word;
            case 3 -> "＃ " + word;
            default -> word + " " + any(WORDS) + " " + "x".repeat(random.nextInt(120));
        };
    }

    private com.fasterxml.jackson.databind.node.ArrayNode labels(
            ObjectNode document, String name, List<String> from, int most) {
        var labels = document.putArray(name);
        from.stream().filter(each -> random.nextInt(from.size()) < most / 2 + 1).forEach(labels::add);
        return labels;
    }

    <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** All text of a document. */
    static String text(JsonNode json) {
        StringBuilder text = new StringBuilder();
        if (json.isValueNode()) {
            return json.asText();
        }
        json.forEach(each -> text.append(text(each)).append('\n'));
        return text.toString();
    }
}

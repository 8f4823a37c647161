package dev.docket.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.Api;
import dev.docket.TestClock;
import dev.docket.postgres.TestPostgres;
import dev.docket.proof.Tally;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The log as it stood at an instant: documents, their Markdown, and lists are what reading all revisions up to it gives. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class AsOfTest {

    @Inject
    TestClock clock;

    @Test
    void listsAreWhatAReplayOfTheLogGives() {
        compare(15, 20);
    }

    @Test
    @Tag("long")
    void listsAreWhatAReplayOfTheLogGivesAtAHundredInstants() {
        compare(60, 100);
    }

    private void compare(int documents, int instants) {
        Random random = new Random(7);
        Holdings holdings = new Holdings(random).make(documents, clock);
        List<List<ObjectNode>> log = new ArrayList<>();
        holdings.documents.forEach(document -> log.add(history(holdings, document)));
        List<Instant> times = log.stream()
                .flatMap(List::stream)
                .map(AsOfTest::written)
                .sorted()
                .toList();
        FewOrMany few = FewOrMany.installed();
        for (int i = 0; i < instants; i++) {
            few.many(random.nextBoolean());
            // Most of them are the very instants of a revision, or just before one.
            Instant at = times.get(random.nextInt(times.size())).minusNanos(1000L * random.nextInt(2));
            Instant instant = random.nextInt(3) > 0 ? at : at.plus(Duration.ofDays(random.nextInt(30)));
            list(holdings, replay(log, instant), instant);
            single(holdings, log.get(random.nextInt(log.size())), instant);
        }
        Tally.count("catalog: instants as a replay of the log", instants);
    }

    /** Edits the document some more, and answers all its revisions. */
    private List<ObjectNode> history(Holdings holdings, ObjectNode document) {
        String path = Holdings.path(document);
        clock.back();
        clock.forward(Duration.between(Instant.now(), written(document)));
        for (int edit = 0; edit < 3; edit++) {
            clock.forward(Duration.ofHours(7));
            Map<String, ?> patch = holdings.any(List.of(
                    Map.of("tags", List.of(holdings.any(Holdings.TAGS))),
                    Map.of("tags", List.of()),
                    Map.of("reviewNote", "edit " + edit)));
            Response patched = Api.as(Api.ADMIN)
                    .contentType("application/merge-patch+json")
                    .header("If-Match", "*")
                    .body(patch)
                    .patch(path);
            assertThat(patched.statusCode()).as(patched.asString()).isEqualTo(200);
        }
        clock.back();
        int newest = Holdings.read(path).path("revision").asInt();
        return IntStream.rangeClosed(1, newest)
                .mapToObj(revision -> Holdings.read(path + "/revisions/" + revision))
                .toList();
    }

    private static Instant written(ObjectNode document) {
        return Instant.parse(document.path("updatedAt").asText());
    }

    /** The newest revision of then of each document that was there. */
    private static List<ObjectNode> replay(List<List<ObjectNode>> log, Instant at) {
        return log.stream().flatMap(revisions -> newest(revisions, at).stream()).toList();
    }

    private static Optional<ObjectNode> newest(List<ObjectNode> revisions, Instant at) {
        return revisions.stream()
                .filter(revision -> !written(revision).isAfter(at))
                .reduce((before, after) -> after);
    }

    private static void list(Holdings holdings, List<ObjectNode> then, Instant at) {
        Map<String, List<String>> question = new TreeMap<>();
        holdings.some(question, "project", holdings.projects());
        holdings.some(question, "kind", List.of("adr", "rfc"));
        holdings.some(question, "status", List.of("draft", "proposed", "accepted", "rejected", "implemented"));
        holdings.some(question, "tag", Holdings.TAGS);
        String caller = holdings.any(List.of(Api.ADMIN, holdings.insider, holdings.stranger));
        PlainAnswer plain = new PlainAnswer(then, holdings.hiddenFrom);
        question.put("sort", List.of(holdings.any(List.of("number", "-number"))));
        List<String> expected =
                plain.to(question, caller).stream().map(AsOfTest::revision).toList();
        assertThat(walk(holdings, caller, question, at, "summary"))
                .as(question + " as of " + at)
                .isEqualTo(expected);
        assertThat(walk(holdings, caller, question, at, "full"))
                .as(question + " as of " + at)
                .isEqualTo(expected);
    }

    private static List<String> walk(
            Holdings holdings, String caller, Map<String, List<String>> question, Instant at, String view) {
        List<String> found = new ArrayList<>();
        String cursor = null;
        do {
            RequestSpecification request = Api.as(caller)
                    .queryParam("asOf", at.toString())
                    .queryParam("view", view)
                    .queryParam("limit", question.containsKey("project") ? 7 : 200);
            question.forEach((name, values) -> request.queryParam(name, values.toArray()));
            if (cursor != null) {
                request.queryParam("cursor", cursor);
            }
            Response page = request.get("/api/v1/documents");
            assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
            page.<List<Map<String, Object>>>path("items").stream()
                    .filter(item -> holdings.projects().contains(item.get("project")))
                    .forEach(item -> found.add(item.get("project") + "/" + item.get("ref") + " " + item.get("revision")
                            + " " + item.get("title") + " " + item.get("status")));
            cursor = page.path("nextCursor");
        } while (cursor != null);
        return found;
    }

    private static String revision(ObjectNode document) {
        return document.path("project").asText() + "/" + document.path("ref").asText() + " "
                + document.path("revision").asText() + " "
                + document.path("title").asText() + " "
                + document.path("status").asText();
    }

    private static void single(Holdings holdings, List<ObjectNode> revisions, Instant at) {
        String path = Holdings.path(revisions.get(0));
        Optional<ObjectNode> expected = newest(revisions, at);
        Response document = Api.as(Api.ADMIN).queryParam("asOf", at.toString()).get(path);
        Response markdown = Api.as(Api.ADMIN)
                .queryParam("asOf", at.toString())
                .header("Accept", "text/markdown")
                .get(path);
        if (expected.isEmpty()) {
            assertThat(document.statusCode()).isEqualTo(404);
            assertThat(markdown.statusCode()).isEqualTo(404);
            return;
        }
        String revision = expected.get().path("revision").asText();
        assertThat(document.header("ETag")).isEqualTo('"' + revision + '"');
        assertThat(document.asByteArray()).isEqualTo(expected.get().toString().getBytes(StandardCharsets.UTF_8));
        Response then = Api.as(Api.ADMIN).header("Accept", "text/markdown").get(path + "/revisions/" + revision);
        assertThat(markdown.asByteArray()).isEqualTo(then.asByteArray());
        boolean hidden = holdings.hiddenFrom
                .getOrDefault(holdings.stranger, Set.of())
                .contains(expected.get().path("project").asText());
        Response foreign =
                Api.as(holdings.stranger).queryParam("asOf", at.toString()).get(path);
        assertThat(foreign.statusCode()).isEqualTo(hidden ? 404 : 200);
    }

    @Test
    void whatDoesNotGoWithAnInstantIsRefused() {
        for (String question : List.of(
                "q=x", "sort=title", "component=x", "facets=status", "author=x", "updatedSince=2026-01-01T00:00:00Z")) {
            Response answer = Api.as(Api.ADMIN).get("/api/v1/documents?asOf=2026-01-01T00:00:00Z&" + question);
            assertThat(answer.statusCode()).as(question).isEqualTo(400);
            assertThat(answer.<String>path("errors[0].parameter")).isEqualTo(question.replaceFirst("=.*", ""));
        }
    }
}

package dev.docket.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.Eventually;
import dev.docket.document.Desk;
import dev.docket.document.content.Kind;
import dev.docket.postgres.TestPostgres;
import dev.docket.proof.Tally;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever goes on from the position in each answer comes to have the newest revision of every document. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class SyncTest {

    private static final String DOCUMENTS = "/api/v1/documents";

    @Test
    void nothingIsSkippedWhileWritesGoOn() throws Exception {
        List<Desk> desks = List.of(Desk.ofNewProject(), Desk.ofNewProject(), Desk.ofNewProject());
        String start = Api.as(Api.ADMIN).get(DOCUMENTS + "?since=latest").path("position");
        Map<String, Integer> written = new ConcurrentHashMap<>();
        List<CompletableFuture<Void>> writers = desks.stream()
                .map(desk -> CompletableFuture.runAsync(() -> write(desk, written)))
                .toList();
        Map<String, Integer> copy = new HashMap<>();
        Map<String, Integer> copyOfOne = new HashMap<>();
        String position = start;
        String positionOfOne = start;
        String one = desks.get(0).project();
        while (!writers.stream().allMatch(CompletableFuture::isDone)) {
            position = read(copy, position, "limit=3");
            positionOfOne = read(copyOfOne, positionOfOne, "limit=2&project=" + one);
        }
        writers.forEach(CompletableFuture::join);
        String last = position;
        String lastOfOne = positionOfOne;
        Eventually.holds(() -> {
            readAll(copy, last, "limit=50");
            readAll(copyOfOne, lastOfOne, "limit=50&project=" + one);
            assertThat(copy).containsAllEntriesOf(written);
            assertThat(copyOfOne)
                    .containsOnlyKeys(written.keySet().stream()
                            .filter(subject -> subject.startsWith(one + "/"))
                            .toList());
            assertThat(written).containsAllEntriesOf(copyOfOne);
        });
        Tally.count("catalog: documents synced while written", written.size());
    }

    private static void write(Desk desk, Map<String, Integer> written) {
        for (int i = 0; i < 25; i++) {
            int number = desk.created(Kind.ADR, Map.of("title", "Draft " + i));
            String edited = "%s/ADR-%04d".formatted(desk.project(), 1 + (i * 7) % number);
            written.put("%s/ADR-%04d".formatted(desk.project(), number), 1);
            assertThat(desk.retitled(Kind.ADR, 1 + (i * 7) % number, "Edit " + i))
                    .isEqualTo(200);
            written.merge(edited, 1, Integer::sum);
        }
    }

    private static void readAll(Map<String, Integer> copy, String start, String more) {
        String position = start;
        for (String before = ""; !before.equals(position); ) {
            before = position;
            position = read(copy, position, more);
        }
    }

    /** Takes one page into the copy; answers the position to go on from. */
    private static String read(Map<String, Integer> copy, String position, String more) {
        Response page = Api.as(Api.ADMIN).get(DOCUMENTS + "?since=" + position + "&" + more);
        assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
        page.<List<Map<String, Object>>>path("items")
                .forEach(item -> copy.merge(
                        item.get("project") + "/" + item.get("ref"), (Integer) item.get("revision"), Math::max));
        return page.path("position");
    }

    @Test
    void whatOneMayNotReadDoesNotComeAndThePositionGoesOn() throws Exception {
        String secret = Api.project(Map.of("visibility", "restricted"));
        String start = Api.as(Api.ADMIN).get(DOCUMENTS + "?since=latest").path("position");
        Desk desk = Desk.of(Api.unique("author"), secret, List.of("author"), List.of());
        desk.created(Kind.RFC, Map.of("title", "Hidden"));
        String stranger = Api.principalToken(Api.unique("stranger"));
        Eventually.holds(() -> assertThat(subjects(Api.ADMIN, start)).contains(secret + "/RFC-0001"));
        Response page = Api.as(stranger).get(DOCUMENTS + "?since=" + start + "&project=" + secret);
        assertThat(page.<List<?>>path("items")).isEmpty();
        assertThat(subjects(stranger, start)).doesNotContain(secret + "/RFC-0001");
        String after = Api.as(stranger).get(DOCUMENTS + "?since=" + start).path("position");
        assertThat(Long.parseLong(after)).isGreaterThan(Long.parseLong(start));
        Response empty = Api.as(stranger).get(DOCUMENTS + "?since=" + after + "&view=full");
        assertThat(empty.<String>path("position")).isNotNull();
    }

    private static List<String> subjects(String caller, String since) {
        return Api.as(caller)
                .get(DOCUMENTS + "?limit=200&since=" + since)
                .<List<Map<String, Object>>>path("items")
                .stream()
                .map(item -> item.get("project") + "/" + item.get("ref"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "since=abc, since",
        "since=-1, since",
        "since=999999999999999999, since",
        "since=1&status=draft, status",
        "since=1&q=x, q",
        "since=1&cursor=abc, cursor",
        "since=1&sort=number, sort"
    })
    void badQuestionsAreRefusedByName(String question, String parameter) {
        Response answer = Api.as(Api.ADMIN).get(DOCUMENTS + "?" + question);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.<String>path("errors[0].parameter")).isEqualTo(parameter);
    }
}

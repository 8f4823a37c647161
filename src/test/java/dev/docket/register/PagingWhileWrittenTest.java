package dev.docket.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.Api;
import dev.docket.document.Desk;
import dev.docket.document.content.Kind;
import dev.docket.postgres.TestPostgres;
import dev.docket.proof.Tally;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever pages through a list while others write finds everything once that is in it all along. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class PagingWhileWrittenTest {

    private static final int DOCUMENTS = 20;

    private Desk desk;
    private List<Integer> numbers = List.of();

    /** Risks of every grade, the first of which somebody will remove; and a verdict that is waited for. */
    @BeforeEach
    void begin() {
        desk = Desk.ofNewProject();
        numbers = IntStream.range(0, DOCUMENTS)
                .mapToObj(i -> desk.created(
                        Kind.ADR,
                        Map.of(
                                "title", "T" + i,
                                "context", Map.of("problem", "P"),
                                "risks", List.of(risk("gone", i), risk("stays", i), risk("too", i + 1)),
                                "approvals", List.of(Map.of("id", "asked", "role", "security")))))
                .toList();
    }

    private static Map<String, ?> risk(String id, int grade) {
        String level = List.of("low", "medium", "high").get(grade % 3);
        return Map.of(
                "id",
                id,
                "description",
                "R",
                "likelihood",
                Map.of("level", level),
                "impact",
                Map.of("level", "medium"));
    }

    @Test
    void nothingIsPassedOverAndNothingComesTwice() {
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Integer> writer = CompletableFuture.supplyAsync(() -> write(over));
        String project = "project=" + desk.project() + "&limit=3";
        List<String> documents = numbers.stream().map(number -> "" + number).toList();
        List<String> risks = numbers.stream()
                .flatMap(number -> List.of(number + " stays", number + " too").stream())
                .toList();
        for (int i = 0; i < 3; i++) {
            for (String sort : List.of("number", "-number")) {
                assertThat(paged(
                                "documents?sort=" + sort + "&" + project,
                                item -> item.path("number").asText()))
                        .as(sort)
                        .containsAll(documents)
                        .doesNotHaveDuplicates();
            }
            assertThat(paged("risks?" + project, item -> part(item, "risk")))
                    .containsAll(risks)
                    .doesNotHaveDuplicates();
            assertThat(paged("approvals?role=security&" + project, item -> part(item, "approval")))
                    .containsAll(
                            numbers.stream().map(number -> number + " asked").toList())
                    .doesNotHaveDuplicates();
            assertThat(paged("reviews?proposedDays=0&" + project, item -> part(item, "document")))
                    .containsAll(numbers.stream().map(number -> number + " ").toList())
                    .doesNotHaveDuplicates();
        }
        over.set(true);
        Tally.count("registers: writes while they were paged through", writer.join());
    }

    /** Creates documents, edits those that are there, and removes their first risks; answers how many writes it made. */
    private int write(AtomicBoolean over) {
        int writes = 0;
        for (; !over.get() || writes < DOCUMENTS; writes += 2) {
            int number = numbers.get(writes / 2 * 7 % DOCUMENTS);
            Response removed = desk.request()
                    .header("If-Match", "*")
                    .delete("/api/v1/projects/" + desk.project() + "/adrs/" + number + "/risks/gone");
            assertThat(removed.statusCode()).isIn(204, 404);
            assertThat(desk.patch(number, Map.of("tags", List.of("edited-" + writes))))
                    .isEqualTo(200);
            desk.created(
                    Kind.ADR,
                    Map.of(
                            "title", "New " + writes,
                            "context", Map.of("problem", "P"),
                            "risks", List.of(risk("new", writes)),
                            "approvals", List.of(Map.of("role", "security"))));
        }
        return writes;
    }

    private static String part(JsonNode item, String part) {
        return item.at("/document/number").asText() + " "
                + item.path(part).path("id").asText();
    }

    private List<String> paged(String list, Function<JsonNode, String> name) {
        List<String> found = new ArrayList<>();
        for (String cursor = ""; cursor != null; ) {
            Response page = Api.as(Api.ADMIN).get("/api/v1/" + list + cursor);
            Stock.tree(page).path("items").forEach(item -> found.add(name.apply(item)));
            String next = page.path("nextCursor");
            cursor = next == null ? null : "&cursor=" + next;
        }
        return found;
    }
}

package dev.docket.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Together;
import dev.docket.document.content.Kind;
import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What must hold when many write at the same time. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class RacesTest {

    @Test
    void ofTwoHundredWritersOnOneTagOneWins() {
        Desk desk = Desk.ofNewProject();
        int number = desk.created(Kind.ADR, Desk.complete(Kind.ADR));
        String tag = desk.tag(Kind.ADR, number);
        List<Integer> statuses = Together.run(
                200,
                32,
                i -> desk.patch(Kind.ADR, number, tag, Map.of("title", "Title " + i))
                        .statusCode());
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 412).hasSize(199);
        assertThat(desk.read(Kind.ADR, number).get("revision").asInt()).isEqualTo(2);
    }

    @Test
    void numbersHaveNoGapsThoughCreatesFail() {
        Desk desk = Desk.ofNewProject();
        List<Response> responses = Together.run(
                120,
                16,
                i -> desk.create(
                        Kind.RFC,
                        switch (i % 3) {
                            case 0 ->
                                Map.of(
                                        "title",
                                        "Fails by rule",
                                        "options",
                                        List.of(Map.of("pros", List.of("no name"))));
                            case 1 ->
                                Map.of(
                                        "title",
                                        "Fails by link",
                                        "links",
                                        List.of(Map.of("rel", "depends-on", "target", "ADR-0999")));
                            default -> Map.of("title", "Succeeds " + i);
                        }));
        List<Integer> numbers = responses.stream()
                .filter(response -> response.statusCode() == 201)
                .map(response -> response.<Integer>path("number"))
                .sorted()
                .toList();
        assertThat(responses)
                .filteredOn(response -> response.statusCode() == 422)
                .hasSize(80);
        assertThat(numbers).isEqualTo(IntStream.rangeClosed(1, 40).boxed().toList());
    }

    @Test
    void editorsOfTwoOptionsDoNotCollideAndEditorsOfOneDo() {
        Desk desk = Desk.ofNewProject();
        int number = desk.created(
                Kind.ADR,
                Map.of(
                        "title",
                        "Two options",
                        "options",
                        List.of(Map.of("id", "a", "name", "A"), Map.of("id", "b", "name", "B"))));
        String options = desk.path(Kind.ADR, number) + "/options/";
        List<Integer> apart = Together.run(2, 2, i -> edit(desk, options + (i == 0 ? "a" : "b"), "\"1\"", "first"));
        assertThat(apart).containsExactly(200, 200);
        String tag = desk.request().get(options + "a").header("ETag");
        List<Integer> same = Together.run(8, 8, i -> edit(desk, options + "a", tag, "second " + i));
        assertThat(same).filteredOn(status -> status == 200).hasSize(1);
        assertThat(same).filteredOn(status -> status == 412).hasSize(7);
        assertThat(desk.read(Kind.ADR, number).get("revision").asInt()).isEqualTo(4);
    }

    @Test
    void partsAddedAtTheSameTimeAreAllThere() {
        Desk desk = Desk.ofNewProject();
        int number = desk.created(Kind.ADR, Desk.complete(Kind.ADR));
        List<Integer> statuses = Together.run(
                40,
                16,
                i -> desk.request()
                        .contentType(ContentType.JSON)
                        .body(Map.of("description", "Risk " + i))
                        .post(desk.path(Kind.ADR, number) + "/risks")
                        .statusCode());
        assertThat(statuses).containsOnly(201);
        assertThat(desk.read(Kind.ADR, number).get("risks")).hasSize(40);
        assertThat(desk.read(Kind.ADR, number).get("revision").asInt()).isEqualTo(41);
    }

    @Test
    void supersedingEachOthersTargetsNeverHangs() {
        Desk desk = Desk.ofNewProject();
        for (int round = 0; round < 10; round++) {
            int first = desk.inStatus(Kind.ADR, dev.docket.document.content.Status.ACCEPTED);
            int second = desk.inStatus(Kind.ADR, dev.docket.document.content.Status.ACCEPTED);
            List<Integer> statuses = Together.run(
                    2,
                    2,
                    i -> desk.move(
                                    Kind.ADR,
                                    i == 0 ? first : second,
                                    Map.of("to", "superseded", "by", Desk.ref(Kind.ADR, i == 0 ? second : first)))
                            .statusCode());
            assertThat(statuses)
                    .as("one supersedes the other, or finds it superseded")
                    .containsAnyOf(200)
                    .allMatch(status -> status == 200 || status == 409 || status == 412);
            assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        }
    }

    private static int edit(Desk desk, String path, String tag, String description) {
        return desk.request()
                .contentType("application/merge-patch+json")
                .header("If-Match", tag)
                .body(Map.of("description", description))
                .patch(path)
                .statusCode();
    }
}

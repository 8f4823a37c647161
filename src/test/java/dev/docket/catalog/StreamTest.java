package dev.docket.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.docket.document.Desk;
import dev.docket.document.content.Kind;
import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A list as a stream: the same items as its pages have, a line each. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class StreamTest {

    private Desk desk;

    @BeforeEach
    void begin() {
        desk = Desk.ofNewProject();
    }

    @Test
    void aStreamIsThePagesOfTheListInOne() throws Exception {
        for (int i = 0; i < 7; i++) {
            desk.created(Kind.ADR, Map.of("title", "Ledger " + i, "tags", List.of(i % 2 == 0 ? "even" : "odd")));
        }
        for (String question : List.of(
                "view=summary",
                "tag=even",
                "sort=title",
                "view=full",
                "q=ledger",
                "q=ledger&sort=-title",
                "tag=none")) {
            Response list = desk.request().get(path() + "?limit=200&" + question);
            Response stream = stream("?" + question);
            assertThat(stream.statusCode()).isEqualTo(200);
            assertThat(stream.contentType()).startsWith("application/x-ndjson");
            assertThat(stream.header("Vary")).isEqualTo("Accept");
            List<String> lines = stream.asString().lines().toList();
            ObjectMapper json = new ObjectMapper();
            assertThat(json.readTree("[" + String.join(",", lines) + "]"))
                    .as(question)
                    .isEqualTo(json.readTree(list.asByteArray()).path("items"));
        }
        String cursor = desk.request().get(path() + "?limit=5").path("nextCursor");
        assertThat(stream("?cursor=" + cursor).asString().lines()).hasSize(2);
    }

    @Test
    void aStreamHasNoPagesAndSaysSo() {
        for (String parameter : List.of("limit=5", "facets=status")) {
            Response refused = stream("?" + parameter);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.contentType()).startsWith("application/problem+json");
            assertThat(refused.<String>path("errors[0].parameter")).isEqualTo(parameter.replaceFirst("=.*", ""));
        }
    }

    private String path() {
        return "/api/v1/projects/" + desk.project() + "/adrs";
    }

    private Response stream(String question) {
        return desk.request().header("Accept", "application/x-ndjson").get(path() + question);
    }
}

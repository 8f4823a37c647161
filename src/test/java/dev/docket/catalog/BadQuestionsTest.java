package dev.docket.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.document.Desk;
import dev.docket.document.content.Kind;
import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions that cannot be answered are 400 and name the parameter; those that are only large are capped. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class BadQuestionsTest {

    private static final String DOCUMENTS = "/api/v1/documents";

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "colour=red colour",
                "limit=0 limit",
                "limit=-1 limit",
                "limit=x limit",
                "limit=1e9 limit",
                "limit=99999999999999999999 limit",
                "limit=5&limit=6 limit",
                "status=open status",
                "status=ACCEPTED status",
                "kind=adrs kind",
                "project=Payments! project",
                "tag=A%20B tag",
                "tag=%00 tag",
                "component=-x component",
                "ref=ADR- ref",
                "ref=0 ref",
                "ref=ADR-1234567 ref",
                "inForce=yes inForce",
                "updatedSince=yesterday updatedSince",
                "updatedSince=2026-13-01T00:00:00Z updatedSince",
                "updatedSince=%2B999999-01-01T00:00:00Z updatedSince",
                "decidedFrom=2026-02-30 decidedFrom",
                "decidedTo=%2B12345-01-01 decidedTo",
                "reviewBefore=1.1.2026 reviewBefore",
                "sort=size sort",
                "sort=--number sort",
                "sort=relevance sort",
                "sort=review sort",
                "view=fat view",
                "facets=kind facets",
                "facets=status,, facets",
                "asOf=now asOf",
                "asOf=%2B99999-01-01T00:00:00Z asOf",
                "cursor=x cursor",
                "cursor=%00 cursor",
                "cursor=!!! cursor",
                "q=a%00b q"
            })
    void eachIsRefusedByName(String question, String parameter) {
        Response answer = Api.as(Api.ADMIN).urlEncodingEnabled(false).get(DOCUMENTS + "?" + question);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.<String>path("errors[0].parameter")).isEqualTo(parameter);
    }

    @Test
    void tooMuchIsRefusedByName() {
        refused("q", "x".repeat(501));
        refused("decider", "x".repeat(301));
        refused("cursor", "x".repeat(1001));
        Object[] many = java.util.Collections.nCopies(51, "storage").toArray();
        Response answer = Api.as(Api.ADMIN).queryParam("tag", many).get(DOCUMENTS);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.<String>path("errors[0].parameter")).isEqualTo("tag");
        // More than the service reads of an address at all: before it knows which operation that is of.
        assertThat(RestAssured.given()
                        .get(DOCUMENTS + "?q=" + "x".repeat(10_000))
                        .statusCode())
                .isEqualTo(414);
    }

    @Test
    void whatIsThereWithoutAValueAsksForNothing() {
        Desk desk = Desk.ofNewProject();
        desk.created(Kind.ADR, Map.of("title", "T"));
        for (String parameter : List.of("status", "ref", "facets", "cursor", "tag", "q", "sort")) {
            Response answer = desk.request().get("/api/v1/projects/" + desk.project() + "/adrs?" + parameter + "=");
            assertThat(answer.statusCode()).as(parameter + answer.asString()).isEqualTo(200);
            assertThat(answer.<List<?>>path("items")).hasSize(1);
        }
    }

    private static void refused(String parameter, String value) {
        Response answer = Api.as(Api.ADMIN).queryParam(parameter, value).get(DOCUMENTS);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.<String>path("errors[0].parameter")).isEqualTo(parameter);
    }

    @Test
    void hugeLimitsAreCapped() {
        for (String limit : List.of("1000000000", "9223372036854775807")) {
            Response answer = Api.as(Api.ADMIN).get(DOCUMENTS + "?limit=" + limit);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.<List<?>>path("items")).hasSizeLessThanOrEqualTo(200);
        }
    }

    @Test
    void aCursorGoesWithItsOwnListOnly() {
        Desk desk = Desk.ofNewProject();
        for (int i = 0; i < 3; i++) {
            desk.created(Kind.ADR, Map.of("title", "T" + i));
        }
        String project = "/api/v1/projects/" + desk.project();
        String cursor = desk.request().get(project + "/adrs?limit=1").path("nextCursor");
        assertThat(desk.request()
                        .get(project + "/adrs?limit=2&cursor=" + cursor)
                        .<List<Integer>>path("items.number"))
                .containsExactly(2, 1);
        for (String other : List.of(
                project + "/rfcs?",
                project + "/adrs?status=draft&",
                project + "/adrs?sort=title&",
                project + "/adrs?sort=number&",
                project + "/adrs?q=x&",
                DOCUMENTS + "?",
                project + "/adrs?asOf=2040-01-01T00:00:00Z&",
                DOCUMENTS + "?project=" + desk.project() + "&")) {
            Response answer = desk.request().get(other + "cursor=" + cursor);
            assertThat(answer.statusCode()).as(other).isEqualTo(400);
            assertThat(answer.<String>path("errors[0].parameter")).isEqualTo("cursor");
        }
    }

    @Test
    void aForgedCursorIsRefusedWhateverIsInIt() {
        Desk desk = Desk.ofNewProject();
        desk.created(Kind.ADR, Map.of("title", "T"));
        desk.created(Kind.ADR, Map.of("title", "U"));
        for (String sort : List.of("number", "updated", "decided", "title")) {
            String list = "/api/v1/projects/" + desk.project() + "/adrs?limit=1&sort=" + sort;
            String mark = new String(
                            Base64.getUrlDecoder()
                                    .decode(desk.request().get(list).<String>path("nextCursor")),
                            java.nio.charset.StandardCharsets.UTF_8)
                    .replaceFirst(":.*", ":");
            for (String key : List.of(
                    "", " ", "1", "x 1", "1 ", "99999999999999999999 1", "1 +99999-01-01T00:00:00Z", "1 2026-99-99")) {
                String forged = Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString((mark + key).getBytes(java.nio.charset.StandardCharsets.UTF_8));
                Response answer = desk.request().get(list + "&cursor=" + forged);
                boolean title = sort.equals("title") && key.startsWith("1 ");
                assertThat(answer.statusCode())
                        .as(sort + " " + key + answer.asString())
                        .isEqualTo(title ? 200 : 400);
            }
        }
    }
}

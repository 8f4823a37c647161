package dev.docket.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.document.Desk;
import dev.docket.document.content.Kind;
import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions that cannot be answered are 400 and name the parameter; those that are only large are capped. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class BadRegisterQuestionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "risks?colour=red colour",
                "risks?limit=0 limit",
                "risks?limit=-1 limit",
                "risks?limit=1e9 limit",
                "risks?limit=99999999999999999999 limit",
                "risks?limit=5&limit=6 limit",
                "risks?state=pending state",
                "risks?state=%00 state",
                "risks?likelihood=9 likelihood",
                "risks?impact=HIGH impact",
                "risks?status=open status",
                "risks?inForce=yes inForce",
                "risks?kind=adrs kind",
                "risks?project=Payments! project",
                "risks?owner=a%00b owner",
                "risks?approver=me approver",
                "risks?cursor=x cursor",
                "risks?cursor=%00 cursor",
                "approvals?limit=0 limit",
                "approvals?state=open state",
                "approvals?approver=a%20b approver",
                "approvals?approver=me&approver=you approver",
                "approvals?role=Security role",
                "approvals?role=%00 role",
                "approvals?overdue=1 overdue",
                "approvals?sort=due sort",
                "approvals?project=-x project",
                "approvals?cursor=!!! cursor",
                "reviews?limit=-5 limit",
                "reviews?reason=late reason",
                "reviews?before=tomorrow before",
                "reviews?before=2026-02-30 before",
                "reviews?before=%2B12345-01-01 before",
                "reviews?before=0000-01-01 before",
                "reviews?proposedDays=-1 proposedDays",
                "reviews?proposedDays=3651 proposedDays",
                "reviews?proposedDays=1000000000 proposedDays",
                "reviews?proposedDays=x proposedDays",
                "reviews?kind=rfcs kind",
                "reviews?status=proposed status"
            })
    void eachIsRefusedByName(String question, String parameter) {
        Response answer = Api.as(Api.ADMIN).urlEncodingEnabled(false).get("/api/v1/" + question);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.<String>path("errors[0].parameter")).isEqualTo(parameter);
    }

    @Test
    void tooMuchIsRefusedByName() {
        refused("risks", "owner", "x".repeat(301));
        refused("risks", "cursor", "x".repeat(1001));
        refused("approvals", "approver", "x".repeat(101));
        refused("approvals", "role", "x".repeat(51));
        refused("reviews", "project", "x".repeat(64));
        refused("risks", "state", Collections.nCopies(51, "open").toArray());
        refused("approvals", "role", Collections.nCopies(51, "security").toArray());
    }

    private static void refused(String register, String parameter, Object... values) {
        Response answer = Api.as(Api.ADMIN).queryParam(parameter, values).get("/api/v1/" + register);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.<String>path("errors[0].parameter")).isEqualTo(parameter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "risks?limit=1000000000",
                "risks?inForce=true&status=draft",
                "risks?owner=",
                "risks?state=",
                "approvals?approver=",
                "risks?owner=' OR 1=1 --",
                "risks?project=no-such-project",
                "approvals?limit=1000000000&state=closed",
                "approvals?overdue=true&state=approved",
                "approvals?approver=nobody&overdue=true&project=no-such-project",
                "approvals?approver=me&role=no-such-role",
                "reviews?before=0001-01-01&proposedDays=3650",
                "reviews?before=9999-12-31&proposedDays=0&limit=200"
            })
    void whatIsOnlyOddIsAnswered(String question) {
        Response answer = Api.as(Api.ADMIN).get("/api/v1/" + question);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.<List<?>>path("items")).hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void aCursorGoesWithItsOwnRegisterAndFilterOnlyAndCannotBeForged() {
        Desk desk = Desk.ofNewProject();
        for (int i = 0; i < 2; i++) {
            desk.created(
                    Kind.ADR,
                    Map.of(
                            "title", "T",
                            "status", "proposed",
                            "context", Map.of("problem", "P"),
                            "risks", List.of(Map.of("description", "R")),
                            "approvals", List.of(Map.of("role", "security", "dueOn", "2020-01-01"))));
        }
        String mine = "?limit=1&project=" + desk.project();
        for (String list : List.of(
                "risks" + mine,
                "approvals" + mine,
                "approvals" + mine + "&overdue=true",
                "reviews" + mine + "&proposedDays=0")) {
            String cursor = desk.request().get("/api/v1/" + list).path("nextCursor");
            assertThat(cursor).as(list).isNotNull();
            assertThat(desk.request()
                            .get("/api/v1/" + list + "&cursor=" + cursor)
                            .<List<?>>path("items"))
                    .hasSize(1);
            for (String other : List.of("risks?limit=1", "approvals?limit=1", "reviews?limit=1", list + "&kind=adr")) {
                refusedCursor(desk, other + "&cursor=" + cursor);
            }
            String mark =
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).replaceFirst(":.*", ":");
            for (String key : List.of("", " ", "1", "r1 x 1", "r1 1 x", "1 x", "r 1 2026-99-99")) {
                refusedCursor(
                        desk,
                        list + "&cursor="
                                + Base64.getUrlEncoder()
                                        .withoutPadding()
                                        .encodeToString((mark + key).getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    private static void refusedCursor(Desk desk, String list) {
        Response answer = desk.request().get("/api/v1/" + list);
        assertThat(answer.statusCode()).as(list).isEqualTo(400);
        assertThat(answer.<String>path("errors[0].parameter")).isEqualTo("cursor");
    }
}

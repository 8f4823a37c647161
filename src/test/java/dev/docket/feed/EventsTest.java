package dev.docket.feed;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.document.Desk;
import dev.docket.document.content.Kind;
import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The feed as callers read it. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class EventsTest {

    private static final Map<String, Object> PROPOSAL =
            Map.of("title", "Keep events", "context", Map.of("problem", "p"), "decision", Map.of("rationale", "r"));

    @Inject
    DataSource database;

    @Test
    void everyChangeIsThereOnceAndInOrder() throws Exception {
        String project = Api.unique("p");
        Following reader = Following.fromNowOn(Api.ADMIN, "project=" + project);
        Desk desk = Desk.of(Api.unique("maintainer"), made(project), List.of("maintainer"), List.of());
        int number = desk.created(Kind.ADR, PROPOSAL);
        assertThat(desk.retitled(Kind.ADR, number, "Keep all events")).isEqualTo(200);
        assertThat(desk.moved(Kind.ADR, number, "accepted")).isEqualTo(200);
        Api.member(project, "somebody", List.of("reader"), List.of());
        Api.removeMember(project, "somebody");

        List<Map<String, Object>> events = reader.await(7);

        assertThat(Following.types(events))
                .containsExactly(
                        "dev.docket.project.created.v1",
                        "dev.docket.project.member-put.v1",
                        "dev.docket.document.created.v1",
                        "dev.docket.document.revised.v1",
                        "dev.docket.document.transitioned.v1",
                        "dev.docket.project.member-put.v1",
                        "dev.docket.project.member-removed.v1");
        assertThatJson(events.get(4)).isEqualTo("""
                {"specversion": "1.0", "id": "${json-unit.any-string}", "source": "/api/v1/projects/%1$s",
                 "type": "dev.docket.document.transitioned.v1", "subject": "%1$s/ADR-0001",
                 "time": "${json-unit.any-string}", "datacontenttype": "application/json",
                 "sequence": "${json-unit.any-string}",
                 "data": {"ref": "ADR-0001", "revision": 3, "status": "accepted", "actor": "%2$s",
                          "from": "proposed", "to": "accepted"}}
                """.formatted(project, desk.principal()));
        assertThat(events).extracting(event -> (String) event.get("sequence")).isSorted();
        String end = reader.cursor();
        assertThat(reader.page(null)).as("an empty page").isEmpty();
        assertThat(Long.parseLong(reader.cursor())).isGreaterThanOrEqualTo(Long.parseLong(end));
        String third = String.valueOf(events.get(3).get("sequence"));
        assertThat(new Following(Api.ADMIN, "project=" + project, third).rest(2))
                .isEqualTo(events.subList(4, 7));
    }

    @Test
    void filtersByProjectKindAndType() throws Exception {
        Desk one = Desk.ofNewProject();
        Desk two = Desk.ofNewProject();
        Desk three = Desk.ofNewProject();
        String both = "kind=adr&kind=rfc&project=%s&project=%s".formatted(one.project(), two.project());
        Following all = Following.fromNowOn(Api.ADMIN, both);
        String start = all.cursor();
        for (Desk desk : List.of(one, two, three)) {
            desk.created(Kind.ADR, PROPOSAL);
            int rfc = desk.created(Kind.RFC, Map.of("title", "Draft"));
            assertThat(desk.retitled(Kind.RFC, rfc, "Still a draft")).isEqualTo(200);
        }
        List<Map<String, Object>> events = all.await(6);
        assertThat(events)
                .extracting(event -> event.get("subject"))
                .containsExactly(
                        one.project() + "/ADR-0001",
                        one.project() + "/RFC-0001",
                        one.project() + "/RFC-0001",
                        two.project() + "/ADR-0001",
                        two.project() + "/RFC-0001",
                        two.project() + "/RFC-0001");
        String adrs = both.replace("&kind=rfc", "");
        String revised = "type=dev.docket.document.revised.v1";
        String created = "type=dev.docket.document.created.v1";
        assertThat(new Following(Api.ADMIN, adrs, start).rest(1)).hasSize(2);
        assertThat(new Following(Api.ADMIN, both, start).rest(1)).isEqualTo(events);
        assertThat(new Following(Api.ADMIN, both + "&" + revised, start).rest(null))
                .hasSize(2);
        assertThat(new Following(Api.ADMIN, adrs + "&" + revised, start).rest(null))
                .isEmpty();
        assertThat(new Following(Api.ADMIN, revised + "&" + created, start).rest(1))
                .hasSizeGreaterThanOrEqualTo(9);
    }

    @Test
    void whatOneMayNotReadIsNotThere() throws Exception {
        Desk open = Desk.ofNewProject();
        String hidden = Api.project(Map.of("visibility", "restricted"));
        String member = Api.unique("member");
        Api.member(hidden, member, List.of("reader"), List.of());
        String outsider = Api.principalToken(Api.unique("outsider"));
        Desk desk = Desk.of(Api.unique("maintainer"), hidden, List.of("maintainer"), List.of());
        Following out = Following.fromNowOn(outsider, "");
        Following asked = Following.fromNowOn(outsider, "project=" + hidden);
        Following in = Following.fromNowOn(Api.principalToken(member), "kind=adr&project=" + hidden);
        desk.created(Kind.ADR, PROPOSAL);
        open.created(Kind.ADR, PROPOSAL);

        assertThat(in.await(1).get(0)).containsEntry("subject", hidden + "/ADR-0001");
        List<Map<String, Object>> seen = out.rest(null);
        assertThat(seen).extracting(event -> event.get("subject")).contains(open.project() + "/ADR-0001");
        assertThat(seen.toString()).doesNotContain(hidden);
        assertThat(asked.rest(null)).as("as if it did not exist").isEmpty();
        assertThat(Long.parseLong(asked.cursor()))
                .as("passes over what is hidden")
                .isGreaterThanOrEqualTo(Long.parseLong(in.cursor()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cursor=9223372036854775807",
                "cursor=99999999999999999999",
                "cursor=-1",
                "cursor=abc",
                "cursor=1&cursor=2",
                "type=dev.docket.document.eaten.v1",
                "kind=ADR",
                "limit=0",
                "since=1"
            })
    void whatCannotBeReadIsRefused(String query) {
        Response answer = Api.as(Api.ADMIN).get("/api/v1/events?" + query);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.<String>path("errors[0].parameter")).isEqualTo(query.replaceFirst("=.*", ""));
    }

    @Test
    void aCursorThatIsTooOldSaysHowToStartAgain() throws Exception {
        Desk desk = Desk.ofNewProject();
        Following reader = Following.fromNowOn(Api.ADMIN, "kind=adr&project=" + desk.project());
        desk.created(Kind.ADR, PROPOSAL);
        reader.await(1);
        long floor = Long.parseLong(reader.cursor());
        execute("UPDATE feed_head SET floor = " + floor);
        try {
            Response gone = Api.as(Api.ADMIN).get("/api/v1/events?cursor=" + (floor - 1));
            assertThat(gone.statusCode()).isEqualTo(410);
            assertThat(gone.<String>path("type")).isEqualTo("/problems/cursor-too-old");
            assertThat(new Following(Api.ADMIN, "", gone.path("oldest")).page(null))
                    .isEmpty();
            assertThat(new Following(Api.ADMIN, "", gone.path("newest")).page(null))
                    .isEmpty();
            Response oldest = Api.as(Api.ADMIN).get("/api/v1/events");
            assertThat(oldest.<List<?>>path("items")).as("from the oldest").isEmpty();
        } finally {
            execute("UPDATE feed_head SET floor = 0");
        }
    }

    private static String made(String key) {
        Response made = Api.as(Api.ADMIN)
                .contentType("application/json")
                .body(Map.of("key", key, "name", "Project"))
                .post("/api/v1/projects");
        assertThat(made.statusCode()).isEqualTo(201);
        return key;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}

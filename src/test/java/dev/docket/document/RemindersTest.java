package dev.docket.document;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.TestClock;
import dev.docket.Together;
import dev.docket.document.content.Kind;
import dev.docket.feed.Following;
import dev.docket.postgres.TestPostgres;
import dev.docket.proof.Tally;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes due is told once for each date, however many replicas look. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class RemindersTest {

    private static final String DUE = "dev.docket.document.review-due.v1";
    private static final String OVERDUE = "dev.docket.document.approval-overdue.v1";

    private final LocalDate tenth = LocalDate.now(ZoneOffset.UTC).plusDays(10);
    private Desk desk;

    @Inject
    Reminders reminders;

    @Inject
    TestClock clock;

    @BeforeEach
    void begin() {
        desk = Desk.ofNewProject();
    }

    @AfterEach
    void back() {
        clock.back();
    }

    private Following reader() {
        return Following.fromNowOn(Api.ADMIN, "kind=adr&project=" + desk.project());
    }

    private void everywhere(int days) {
        clock.forward(Duration.ofDays(days));
        Together.run(8, 8, replica -> {
            reminders.tellAll();
            return replica;
        });
    }

    private int proposal() {
        Map<String, Object> body = new HashMap<>(Desk.complete(Kind.ADR));
        body.put("reviewOn", tenth.toString());
        return desk.created(Kind.ADR, body);
    }

    /** All events up to now, the last of which tells of a new document. */
    private List<Map<String, Object>> events(Following reader, String type, int expected) throws Exception {
        String last = "ADR-%04d".formatted(desk.created(Kind.ADR, Map.of("title", "Last")));
        List<Map<String, Object>> all =
                reader.until(event -> String.valueOf(event.get("subject")).endsWith(last));
        List<Map<String, Object>> told =
                all.stream().filter(event -> type.equals(event.get("type"))).toList();
        assertThat(told).hasSize(expected);
        return told;
    }

    @Test
    void eachDateOfAReviewIsToldOnce() throws Exception {
        int number = proposal();
        assertThat(desk.moved(Kind.ADR, number, "accepted")).isEqualTo(200);
        proposal();
        Following reader = reader();
        everywhere(9);
        events(reader, DUE, 0);
        everywhere(1);
        everywhere(0);
        assertThatJson(events(reader, DUE, 1).get(0)).isEqualTo("""
                {"specversion": "1.0", "id": "${json-unit.any-string}", "source": "/api/v1/projects/%1$s",
                 "type": "dev.docket.document.review-due.v1", "subject": "%1$s/ADR-0001",
                 "time": "${json-unit.any-string}", "datacontenttype": "application/json",
                 "sequence": "${json-unit.any-string}",
                 "data": {"ref": "ADR-0001", "revision": 2, "status": "accepted", "actor": "docket", "dueOn": "%2$s"}}
                """.formatted(desk.project(), tenth));
        everywhere(5);
        events(reader, DUE, 0);
        Response moved = desk.request()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(Map.of("reviewOn", tenth.plusDays(20).toString()))
                .patch(desk.path(Kind.ADR, number));
        assertThat(moved.statusCode()).isEqualTo(200);
        everywhere(0);
        events(reader, DUE, 0);
        everywhere(20);
        everywhere(1);
        events(reader, DUE, 1);
        Tally.count("reminders: dates told once by 8 at a time", 2);
    }

    @Test
    void anOverdueApprovalIsToldOnce() throws Exception {
        int number = proposal();
        Response asked = desk.request()
                .contentType(ContentType.JSON)
                .body(Map.of("approver", "noor", "dueOn", tenth.toString()))
                .post(desk.path(Kind.ADR, number) + "/approvals");
        assertThat(asked.statusCode()).isEqualTo(201);
        Following reader = reader();
        everywhere(10);
        events(reader, OVERDUE, 0);
        everywhere(1);
        everywhere(30);
        assertThatJson(events(reader, OVERDUE, 1).get(0).get("data"))
                .isEqualTo("""
                        {"ref": "ADR-0001", "revision": 2, "status": "proposed", "actor": "docket", "dueOn": "%s",
                         "approver": "noor", "approval": "%s"}
                        """.formatted(tenth, asked.<String>path("id")));
        Tally.count("reminders: dates told once by 8 at a time", 1);
    }
}

package dev.docket.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.Api;
import dev.docket.Eventually;
import dev.docket.TestClock;
import dev.docket.access.Act;
import dev.docket.access.Action;
import dev.docket.postgres.TestPostgres;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who did what, when and from where: kept, found again, and never rewritten. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class TrailTest {

    private static final String TRAIL = "/api/v1/audit/trail";

    @Inject
    DataSource database;

    @Inject
    TestClock clock;

    @Inject
    Refusals refusals;

    @Inject
    Retention retention;

    @Inject
    Trail trail;

    @Inject
    MeterRegistry registry;

    @Test
    void tokensLeaveATrail() {
        String robot = Api.unique("robot");
        String from = clock.instant().toString();
        Response made = Api.token(Map.of("principal", robot, "name", "import", "globalRoles", List.of("auditor")));
        String path = "/api/v1/tokens/" + made.path("id");
        assertThat(Api.as(Api.ADMIN).header("If-Match", "*").delete(path).statusCode())
                .isEqualTo(204);
        assertThat(Api.as(Api.ADMIN).header("If-Match", "*").delete(path).statusCode())
                .isEqualTo(204);

        List<Map<String, Object>> rows = of(Map.of("principal", "admin", "from", from)).stream()
                .filter(row -> text(row, "subject").equals(path)
                        || String.valueOf(row.get("detail")).startsWith(robot + ", a "))
                .toList();
        assertThat(rows)
                .extracting(row -> row.get("action"))
                .containsExactly("token-revoked", "token-created", "principal-changed", "principal-created");
        assertThat(text(rows.get(1), "detail"))
                .startsWith("of " + robot + "; scopes read, write; expires 20")
                .endsWith("; import");
        assertThat(rows.get(2).get("detail")).isEqualTo(robot + ", a service-account; global roles auditor; " + robot);
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.get("principal")).isEqualTo("admin");
            assertThat(row.get("remoteAddress")).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
            assertThat(text(row, "userAgent")).startsWith("Java-http-client");
            assertThat(text(row, "traceId")).matches("[0-9a-f]{32}");
            assertThat(row.get("times")).isEqualTo(1);
            assertThat(text(row, "at")).isGreaterThanOrEqualTo(from.substring(0, 19));
        });
    }

    @Test
    void projectsPoliciesAndMembersLeaveATrail() {
        String project = Api.project();
        Api.policy(project, Map.of("adr", Map.of("requiredRoles", List.of("security"))));
        Response renamed = Api.as(Api.ADMIN)
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(Map.of("name", "Another"))
                .patch("/api/v1/projects/" + project);
        assertThat(renamed.statusCode()).isEqualTo(200);
        Api.member(project, "noor", List.of("approver"), List.of("security"));
        Api.removeMember(project, "noor");

        List<Map<String, Object>> rows = of(Map.of("project", project));
        assertThat(rows)
                .extracting(row -> row.get("action"))
                .containsExactly(
                        "member-removed", "member-put", "project-changed", "policy-changed", "project-created");
        assertThat(rows.get(1).get("subject")).isEqualTo("/api/v1/projects/" + project + "/members/noor");
        assertThat(rows.get(1).get("detail")).isEqualTo("roles approver; policy roles security");
        assertThat(rows.get(2).get("detail")).isEqualTo("Another; internal; not archived");
        assertThat(text(rows.get(3), "detail")).contains("\"requiredRoles\":[\"security\"]");
        assertThat(rows).allSatisfy(row -> assertThat(row.get("principal")).isEqualTo("admin"));
    }

    @Test
    void whatWasRefusedOrRolledBackLeavesNone() {
        String project = Api.project();
        assertThat(Api.as(Api.ADMIN)
                        .contentType(ContentType.JSON)
                        .header("If-None-Match", "*")
                        .body(Map.of("roles", List.of()))
                        .put("/api/v1/projects/" + project + "/members/noor")
                        .statusCode())
                .isEqualTo(422);
        assertThat(of(Map.of("project", project)))
                .extracting(row -> row.get("action"))
                .containsExactly("project-created");
    }

    @Test
    void denialsAreNotedWithTheirPrincipalAndProject() throws Exception {
        String reader = Api.unique("reader");
        String token = Api.principalToken(reader);
        String project = Api.project();
        String path = "/api/v1/projects/" + project + "/members/" + reader;
        for (int i = 0; i < 3; i++) {
            assertThat(Api.as(token)
                            .header("If-None-Match", "*")
                            .contentType(ContentType.JSON)
                            .body(Map.of("roles", List.of("maintainer")))
                            .put(path)
                            .statusCode())
                    .isEqualTo(403);
        }
        Eventually.holds(() -> assertThat(of(Map.of("principal", reader))).isNotEmpty());
        Map<String, Object> row = of(Map.of("principal", reader)).get(0);
        assertThat(row)
                .containsEntry("action", "access-denied")
                .containsEntry("project", project)
                .containsEntry("subject", path)
                .containsEntry("detail", "PUT");
    }

    @Test
    void failedSignInsAreNotedWithoutWhatWasTried() throws Exception {
        String agent = Api.unique("agent");
        String token = "dkt_00000000000000000000000000000000_000000";
        clock.forward(Duration.ofMinutes(2));
        try {
            refusals.write();
            assertThat(Api.as(token)
                            .header("User-Agent", agent + " " + token)
                            .get("/api/v1/tokens/" + token)
                            .statusCode())
                    .isEqualTo(401);
            // Another test's refusal from here may be the latest of those alike: look at what is written.
            Eventually.holds(() -> {
                refusals.write();
                assertThat(of(Map.of(
                                "action",
                                "sign-in-failed",
                                "from",
                                clock.instant().minusSeconds(60).toString())))
                        .isNotEmpty();
            });
        } finally {
            clock.back();
        }
        List<Map<String, Object>> rows = of(Map.of("action", "sign-in-failed"));
        assertThat(rows).allSatisfy(row -> assertThat(row).doesNotContainKey("principal"));
        assertThat(rows.toString()).doesNotContain(token);
        assertThat(rows)
                .anySatisfy(row -> assertThat(row)
                        .containsEntry("userAgent", agent + " dkt_***")
                        .containsEntry("subject", "/api/v1/tokens/dkt_***")
                        .containsEntry("detail", "GET, with what is no valid token"));
    }

    @Test
    void aFloodBecomesTwoRows() {
        String flooder = Api.unique("flooder");
        Refusals alone = new Refusals(trail, clock, registry);
        Origin origin = new Origin("192.0.2.1", "curl", "0".repeat(32));
        alone.note(new Act(Action.ACCESS_DENIED, flooder, null, "/first", "GET"), origin);
        alone.write();
        for (int i = 0; i < 10_000; i++) {
            alone.note(new Act(Action.ACCESS_DENIED, flooder, null, "/again/" + i, "GET"), origin);
            if (i % 1_000 == 0) {
                alone.write();
            }
        }
        assertThat(of(Map.of("principal", flooder))).hasSize(1);
        clock.forward(Duration.ofSeconds(61));
        try {
            alone.write();
        } finally {
            clock.back();
        }
        assertThat(of(Map.of("principal", flooder)))
                .extracting(row -> row.get("times") + " " + row.get("subject"))
                .containsExactlyInAnyOrder("10000 /again/9999", "1 /first");
    }

    @Test
    void ofTooManyKindsTheRestIsCountedOnly() {
        String flooder = Api.unique("f");
        Refusals alone = new Refusals(trail, clock, registry);
        double before = dropped();
        for (int i = 0; i < Refusals.KINDS + 100; i++) {
            alone.note(
                    new Act(Action.SIGN_IN_FAILED, null, null, "/" + flooder, "GET"),
                    new Origin("198.51.100." + i, "curl", null));
        }
        alone.write();
        assertThat(dropped() - before).isEqualTo(100);
        assertThat(count("subject = '/" + flooder + "'")).isEqualTo(Refusals.KINDS);
    }

    @Test
    void textsAreBoundedAndClean() {
        String principal = Api.unique("long");
        Refusals alone = new Refusals(trail, clock, registry);
        String odd = "a\0b\nc\ud800d" + "x".repeat(10_000);
        alone.note(
                new Act(Action.ACCESS_DENIED, principal, null, odd, "GET dkt_secret123 " + odd),
                new Origin(odd, odd, null));
        alone.write();
        Map<String, Object> row = of(Map.of("principal", principal)).get(0);
        assertThat(text(row, "subject")).startsWith("a b c dx").hasSize(Entry.SUBJECT);
        assertThat(text(row, "userAgent")).hasSize(Entry.AGENT);
        assertThat(text(row, "detail")).startsWith("GET dkt_*** a b c dx").hasSize(Entry.DETAIL);
    }

    @Test
    void onlyAuditorsAndAdminsReadIt() {
        String auditor = Api.unique("auditor");
        Api.token(Map.of("principal", auditor, "name", "a", "globalRoles", List.of("auditor")));
        assertThat(Api.as(Api.principalToken(auditor, "read")).get(TRAIL).statusCode())
                .isEqualTo(200);
        assertThat(Api.as(Api.principalToken(auditor, "write")).get(TRAIL).statusCode())
                .isEqualTo(403);
        String maintainer = Api.unique("maintainer");
        Api.member(Api.project(), maintainer, List.of("maintainer"), List.of());
        assertThat(Api.as(Api.principalToken(maintainer)).get(TRAIL).statusCode())
                .isEqualTo(403);
        assertThat(Api.anonymous().get(TRAIL).statusCode()).isEqualTo(401);
    }

    @Test
    void itIsNewestFirstPagedAndFiltered() {
        String project = Api.project();
        for (int i = 0; i < 4; i++) {
            Api.member(project, "m" + i, List.of("reader"), List.of());
        }
        List<Object> seen = new ArrayList<>();
        String next = TRAIL + "?limit=2&project=" + project;
        while (next != null) {
            Response page = Api.as(Api.ADMIN).urlEncodingEnabled(false).get(next);
            assertThat(page.<List<?>>path("items")).hasSizeBetween(1, 2);
            seen.addAll(page.<List<String>>path("items.subject"));
            String link = page.header("Link");
            next = link == null ? null : link.replaceFirst("^<([^>]+)>; rel=\"next\"$", "$1");
        }
        String path = "/api/v1/projects/" + project;
        assertThat(seen)
                .containsExactly(
                        path + "/members/m3", path + "/members/m2", path + "/members/m1", path + "/members/m0", path);
        assertThat(of(Map.of(
                        "project", List.of(project, "none"), "action", List.of("project-created", "member-removed"))))
                .hasSize(1);
        assertThat(of(Map.of(
                        "project",
                        project,
                        "to",
                        clock.instant().minusSeconds(3_600).toString())))
                .isEmpty();
        assertThat(of(Map.of(
                        "project",
                        project,
                        "from",
                        clock.instant().minusSeconds(3_600).toString())))
                .hasSize(5);
        assertThat(of(Map.of("project", project, "principal", "nobody"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=x",
                "cursor=x",
                "action=unknown",
                "from=yesterday",
                "from=+999999999-12-31T23:59:59Z",
                "to=2026-01-01",
                "who=me",
                "from=2026-01-01T00:00:00Z&from=2026-01-01T00:00:00Z"
            })
    void whatCannotBeReadIs400(String query) {
        assertThat(Api.as(Api.ADMIN)
                        .urlEncodingEnabled(false)
                        .get(TRAIL + "?" + query.replace("+", "%2B"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aCursorGoesWithItsFilterOnly() {
        String project = Api.project();
        Api.member(project, "m", List.of("reader"), List.of());
        String cursor =
                Api.as(Api.ADMIN).get(TRAIL + "?limit=1&project=" + project).path("nextCursor");
        assertThat(Api.as(Api.ADMIN).get(TRAIL + "?cursor=" + cursor).statusCode())
                .isEqualTo(400);
    }

    @Test
    void theServiceCannotRewriteIt() throws SQLException {
        for (String sql : List.of("UPDATE trail SET detail = 'x'", "DELETE FROM trail", "TRUNCATE trail")) {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void oldRowsGoAndYoungOnesStayWhateverIsAsked() throws SQLException {
        String principal = Api.unique("old");
        insert(principal, 500);
        insert(principal, 399);
        insert(principal, 0);
        retention.cut();
        assertThat(count("principal = '" + principal + "'")).isEqualTo(2);
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute("SELECT cut_trail(-1)");
        }
        assertThat(count("principal = '" + principal + "'")).isEqualTo(1);
    }

    private static List<Map<String, Object>> of(Map<String, ?> filter) {
        Response page =
                Api.as(Api.ADMIN).queryParams(filter).queryParam("limit", 200).get(TRAIL);
        assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
        return page.path("items");
    }

    private static String text(Map<String, Object> row, String member) {
        return String.valueOf(row.get(member));
    }

    private double dropped() {
        return registry.counter("docket.trail.dropped").count();
    }

    private void insert(String principal, int daysAgo) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection
                    .createStatement()
                    .execute("INSERT INTO trail (at, action, principal, times) VALUES (now() - make_interval(days => "
                            + daysAgo + "), 'access-denied', '" + principal + "', 1)");
        }
    }

    private int count(String where) {
        try (Connection connection = database.getConnection();
                ResultSet row =
                        connection.createStatement().executeQuery("SELECT count(*) FROM trail WHERE " + where)) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}

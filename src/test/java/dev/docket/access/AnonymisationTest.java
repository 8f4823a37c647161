package dev.docket.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.Eventually;
import dev.docket.Issuer;
import dev.docket.LogListener;
import dev.docket.Tables;
import dev.docket.document.Desk;
import dev.docket.document.content.Kind;
import dev.docket.postgres.TestPostgres;
import dev.docket.proof.Tally;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever is anonymised is nobody from then on, and nowhere but in the log. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class AnonymisationTest {

    private static final String ME = "/api/v1/me";

    /** The log with what is made of it, and what is kept for a while as it was sent: there a name stays. */
    private static final Set<String> LOG = Set.of(
            "revision",
            "revision_content",
            "document",
            "document_approval",
            "document_label",
            "document_search",
            "outbox",
            "feed",
            "feed_0",
            "webhook_delivery",
            "idempotency_key");

    private Person noor;

    @Inject
    DataSource database;

    @ConfigProperty(name = "quarkus.management.test-port")
    int management;

    @BeforeEach
    void meet() {
        noor = Person.made();
    }

    @Test
    void nothingButTheLogSaysWhoItWas() throws Exception {
        String called = "Noor " + Api.unique("Haddad");
        String group = Api.unique("team");
        assertThat(signIn(Map.of("name", called, "groups", List.of(group)))).isEqualTo(200);
        Desk desk = Desk.ofNewProject();
        Api.member(desk.project(), noor.name(), List.of("maintainer"), List.of());
        String project = "/api/v1/projects/" + desk.project();
        work(desk, project);
        List<String> before = Tables.holding(database, noor.name());
        assertThat(before)
                .contains("principal", "token", "member", "project", "webhook", "import", "trail", "revision");
        assertThat(Tables.holding(database, called)).contains("principal");

        String nobody;
        String line;
        try (LogListener log = new LogListener()) {
            nobody = noor.anonymised();
            assertThat(signIn(Map.of())).isEqualTo(401);
            assertThat(signIn(Map.of("preferred_username", Api.unique("other"))))
                    .isEqualTo(401);
            assertThat(signIn(Map.of("sub", Api.unique("other")))).isEqualTo(401);
            line = String.join("", log.lines());
        }
        String metrics = given().port(management).get("/q/metrics").asString();
        for (String gone : List.of(noor.name(), called, group, "subject-of-" + noor.name())) {
            assertThat(line).doesNotContain(gone);
            assertThat(metrics).doesNotContain(gone);
        }
        Eventually.holds(() -> assertThat(LOG).containsAll(Tables.holding(database, noor.name())));
        for (String gone : List.of(called, group, "subject-of-" + noor.name())) {
            assertThat(Tables.holding(database, gone)).isEmpty();
        }
        isCalled(nobody, project);
        theLogIsWhole(desk, project);
        Tally.count("anonymisation: tables that held the name and do not any more", before.size() - held());
    }

    private int held() throws Exception {
        return Tables.holding(database, noor.name()).size();
    }

    /** Leaves the name wherever one can. */
    private void work(Desk desk, String project) {
        ok(noor.request()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(Map.of("description", "edited"))
                .patch(project));
        ok(noor.request()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", Api.unique("key"))
                .body(Desk.complete(Kind.ADR))
                .post(project + "/adrs"));
        ok(desk.request()
                .contentType(ContentType.JSON)
                .body(Map.of("approver", noor.name()))
                .post(project + "/adrs/1/approvals"));
        ok(noor.request()
                .contentType(ContentType.JSON)
                .body(Map.of("url", "http://127.0.0.1:9/hook"))
                .post(project + "/webhooks"));
        ok(noor.request().contentType("text/markdown").body("# A\n").post(project + "/imports?dryRun=true&path=a.md"));
        assertThat(noor.request().get("/api/v1/audit/trail").statusCode()).isEqualTo(403);
        Desk other = desk.colleague("reader", List.of("reader"));
        assertThat(other.request()
                        .contentType(ContentType.JSON)
                        .header("If-Match", "*")
                        .body(Map.of("roles", List.of("reader")))
                        .put(project + "/members/" + noor.name())
                        .statusCode())
                .isEqualTo(403);
    }

    private void isCalled(String nobody, String project) throws Exception {
        assertThat(nobody).matches("anonymous-[0-9a-f]{8}-[0-9a-f]{4}");
        Response seen = noor.seen();
        assertThat(seen.<String>path("name")).isEqualTo(nobody);
        assertThat(seen.<String>path("anonymisedAt")).isNotNull();
        assertThat(seen.<Map<String, Object>>path("")).doesNotContainKey("displayName");
        assertThat(seen.<List<String>>path("groups")).isEmpty();
        assertThat(Api.as(Api.ADMIN)
                        .get("/api/v1/principals?anonymised=true&q=" + nobody)
                        .<List<String>>path("items.name"))
                .containsExactly(nobody);
        assertThat(Api.as(Api.ADMIN)
                        .get("/api/v1/principals?anonymised=false&q=" + nobody)
                        .<List<String>>path("items"))
                .isEmpty();
        assertThat(Api.as(Api.ADMIN).get(project).<String>path("updatedBy")).isEqualTo(nobody);
        Response webhook = Api.as(Api.ADMIN).get(project + "/webhooks");
        assertThat(webhook.<String>path("items[0].owner")).isEqualTo(nobody);
        assertThat(webhook.<String>path("items[0].state")).isEqualTo("disabled");
        Eventually.holds(() -> {
            List<Map<String, Object>> trail = trail("principal=" + nobody);
            assertThat(trail).extracting(row -> row.get("action")).contains("access-denied", "webhook-created");
            assertThat(trail).allSatisfy(row -> assertThat(row).doesNotContainKeys("remoteAddress", "userAgent"));
        });
        assertThat(trail("action=principal-anonymised&limit=1"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("principal", "admin")
                        .containsEntry("subject", "/api/v1/principals/" + noor.id())
                        .containsEntry("detail", nobody));
        assertThat(trail("action=member-put&limit=200"))
                .extracting(row -> row.get("subject"))
                .contains(project + "/members/" + nobody);
    }

    /** It says what it said, and the proof holds. */
    private void theLogIsWhole(Desk desk, String project) throws Exception {
        assertThat(desk.request().get(project + "/adrs/1").<String>path("createdBy"))
                .isEqualTo(noor.name());
        assertThat(desk.request().get(project + "/adrs/1/revisions/1").<String>path("createdBy"))
                .isEqualTo(noor.name());
        Eventually.holds(() -> {
            Response audit = Api.as(Api.ADMIN).get(project + "/audit");
            assertThat(audit.<Boolean>path("intact")).as(audit.asString()).isTrue();
            assertThat(audit.<Integer>path("entries")).isEqualTo(2);
        });
    }

    @Test
    void itsNameIsNobodysAgain() {
        Desk desk = Desk.ofNewProject();
        String members = "/api/v1/projects/" + desk.project() + "/members";
        Api.member(desk.project(), noor.name(), List.of("reader"), List.of());
        String nobody = noor.anonymised();
        assertThat(noor.request().get(ME).statusCode()).isEqualTo(401);
        assertThat(Api.as(Api.ADMIN).get(members).<List<String>>path("items.principal"))
                .containsExactlyInAnyOrder("admin", desk.principal());
        for (String name : List.of(noor.name(), nobody)) {
            assertThat(Api.as(Api.ADMIN)
                            .contentType(ContentType.JSON)
                            .body(Map.of("principal", name, "name", "again"))
                            .post("/api/v1/tokens")
                            .statusCode())
                    .isEqualTo(409);
            assertThat(Person.joins(name, desk.project()).statusCode()).isEqualTo(409);
            assertThat(Api.as(Issuer.token(name, Map.of("sub", Api.unique("sub"))))
                            .get(ME)
                            .statusCode())
                    .isEqualTo(401);
        }
        Response tokens = Api.as(Api.ADMIN).get("/api/v1/tokens?limit=200");
        assertThat(tokens.<List<String>>path("items.principal"))
                .contains(nobody)
                .doesNotContain(noor.name());
        assertThat(tokens.asString()).doesNotContain(noor.name());
    }

    @Test
    void whoMayNotAndWhatCannotBeAnonymised() {
        String tag = noor.seen().header("ETag");
        String auditor = Api.token(
                        Map.of("principal", Api.unique("eye"), "name", "x", "globalRoles", List.of("auditor")))
                .path("token");
        assertThat(noor.anonymise(auditor, tag).statusCode()).isEqualTo(403);
        assertThat(noor.anonymise(noor.token(), tag).statusCode()).isEqualTo(403);
        assertThat(noor.anonymise(Api.ADMIN, null).statusCode()).isEqualTo(428);
        assertThat(noor.anonymise(Api.ADMIN, "\"99\"").statusCode()).isEqualTo(412);
        assertThat(new Person("none", 999_999_999, "").anonymise(Api.ADMIN, "*").statusCode())
                .isEqualTo(404);
        long admin = ((Number) Api.as(Api.ADMIN)
                        .get("/api/v1/principals?q=admin&limit=1")
                        .path("items[0].id"))
                .longValue();
        assertThat(new Person("admin", admin, "").anonymise(Api.ADMIN, "*").statusCode())
                .isEqualTo(409);
        String second = Api.token(Map.of(
                        "principal",
                        noor.name(),
                        "name",
                        "x",
                        "globalRoles",
                        List.of("admin"),
                        "scopes",
                        List.of("read", "admin")))
                .path("token");
        assertThat(noor.seen().header("ETag")).as("its roles are new").isNotEqualTo(tag);
        assertThat(noor.anonymise(second, "*").statusCode()).as("oneself").isEqualTo(409);
        assertThat(noor.request().get(ME).statusCode()).isEqualTo(200);

        String key = Api.unique("key");
        Response done = repeated(key);
        assertThat(done.statusCode()).isEqualTo(200);
        Response again = repeated(key);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.asString()).isEqualTo(done.asString());
        assertThat(noor.anonymise(Api.ADMIN, "*").statusCode()).isEqualTo(409);
    }

    /** Of more rows than one statement changes at a time, those that are its own; a path that ends alike says nothing. */
    @Test
    void aLongTrailGoesAndThatOfOthersStays() throws Exception {
        int rows = 6_000;
        String other = Api.unique("other");
        String path = "/api/v1/projects/" + noor.name();
        refused(noor.name(), "/", rows);
        refused(other, path, 1);
        assertThat(noor.anonymise().statusCode()).isEqualTo(200);
        assertThat(trail("principal=" + noor.name())).isEmpty();
        assertThat(trail("principal=" + other))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("subject", path));
        Tally.count("anonymisation: rows of one trail", rows);
    }

    private void refused(String principal, String path, int times) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("INSERT INTO trail (at, action, principal, subject, times)"
                    + " SELECT now(), 'access-denied', '%s', '%s', 1 FROM generate_series(1, %d)"
                            .formatted(principal, path, times));
        }
    }

    private Response repeated(String key) {
        return Api.as(Api.ADMIN)
                .header("If-Match", "*")
                .header("Idempotency-Key", key)
                .post(Person.PRINCIPALS + noor.id() + "/anonymisation");
    }

    private int signIn(Map<String, ?> claims) {
        return Api.as(Issuer.token(noor.name(), claims)).get(ME).statusCode();
    }

    private static List<Map<String, Object>> trail(String query) {
        return ok(Api.as(Api.ADMIN).get("/api/v1/audit/trail?" + query)).path("items");
    }

    private static Response ok(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isBetween(200, 299);
        return response;
    }
}

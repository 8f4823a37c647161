package dev.docket.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.Eventually;
import dev.docket.Together;
import dev.docket.access.Caller;
import dev.docket.access.Role;
import dev.docket.postgres.TestPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many at once at the members of one project, and acceptances among them. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class MemberRacesTest {

    private final String mira = Api.unique("mira");
    private String project = "";

    @Inject
    Projects projects;

    @Inject
    DataSource database;

    @BeforeEach
    void aNewProject() {
        project = Api.project();
        Api.member(project, mira, List.of("approver"), List.of("security"));
    }

    @Test
    void ofManyWhoChangeTheSameVersionOneSucceeds() {
        List<Integer> answers = Together.run(50, 25, i -> put(mira, "If-Match", "\"2\"", "role-" + i));
        assertThat(answers).containsOnly(200, 412).containsOnlyOnce(200);
        assertThat(Api.as(Api.ADMIN).get(path()).header("ETag")).isEqualTo("\"3\"");
    }

    @Test
    void ofManyWhoMakeTheSameMemberOneSucceeds() {
        List<Integer> answers = Together.run(20, 20, i -> put("zoe", "If-None-Match", "*", "role-" + i));
        assertThat(answers).containsOnly(201, 412).containsOnlyOnce(201);
    }

    @Test
    void changesOfPolicyAndMembersWaitForAnAcceptanceUnderWay() throws Exception {
        Caller caller = new Caller(mira, Set.of(), Set.of(), Set.of());
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        CompletableFuture<Standing> acceptance = CompletableFuture.supplyAsync(() -> QuarkusTransaction.requiringNew()
                .call(() -> {
                    Standing before = projects.lockedStanding(caller, project);
                    locked.countDown();
                    assertThat(release.await(10, TimeUnit.SECONDS)).isTrue();
                    Standing after = projects.lockedStanding(caller, project);
                    assertThat(after).isEqualTo(before);
                    return after;
                }));
        assertThat(locked.await(10, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Integer> removal = CompletableFuture.supplyAsync(() ->
                Api.as(Api.ADMIN).header("If-Match", "\"2\"").delete(path()).statusCode());
        waitForALock();
        assertThat(Api.as(Api.ADMIN).get(path()).statusCode()).isEqualTo(200);
        release.countDown();
        assertThat(acceptance.get(10, TimeUnit.SECONDS).roles()).containsExactly(Role.APPROVER);
        assertThat(removal.get(10, TimeUnit.SECONDS)).isEqualTo(204);
    }

    @Test
    void anAcceptanceThatWaitedSeesTheChange() throws Exception {
        Api.member(project, mira, List.of("maintainer"), List.of());
        Caller caller = new Caller(mira, Set.of(), Set.of(), Set.of());
        CountDownLatch changed = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        CompletableFuture<Void> change = CompletableFuture.runAsync(() -> {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("UPDATE project SET members_version = members_version + 1, policy = '"
                        + new Policy(new Rules(List.of("legal"), 3, false, false, true, true), Rules.DEFAULT).text()
                        + "' WHERE key = '" + project + "'");
                statement.execute("UPDATE member SET roles = '{reader}' WHERE principal = '" + mira + "'");
                changed.countDown();
                assertThat(release.await(10, TimeUnit.SECONDS)).isTrue();
                connection.commit();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(changed.await(10, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Standing> acceptance = CompletableFuture.supplyAsync(
                () -> QuarkusTransaction.requiringNew().call(() -> projects.lockedStanding(caller, project)));
        waitForALock();
        release.countDown();
        change.get(10, TimeUnit.SECONDS);
        Standing standing = acceptance.get(10, TimeUnit.SECONDS);
        assertThat(standing.roles()).containsExactly(Role.READER);
        assertThat(standing.policy().adr().minApprovals()).isEqualTo(3);
    }

    @Test
    void holdersAreThoseWhoAreMembersNow() {
        long id = QuarkusTransaction.requiringNew()
                .call(() -> projects.standing(new Caller(mira, Set.of(), Set.of(), Set.of()), project)
                        .projectId());
        assertThat(QuarkusTransaction.requiringNew().call(() -> projects.holders(id, List.of(mira, "nobody", "admin"))))
                .containsExactlyInAnyOrder(
                        new Holder(mira, Set.of(Role.APPROVER), Set.of("security")),
                        new Holder("admin", Set.of(Role.MAINTAINER), Set.of()));
        assertThat(QuarkusTransaction.requiringNew().call(() -> projects.holders(id, List.of())))
                .isEmpty();
    }

    @Test
    void aChangeThatWaitsTooLongIsToBeTriedAgain() throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT 1 FROM project WHERE key = '" + project + "' FOR SHARE");
            Response late = Api.as(Api.ADMIN).header("If-Match", "\"2\"").delete(path());
            assertThat(late.statusCode()).as(late.asString()).isEqualTo(503);
            assertThat(late.header("Retry-After")).isEqualTo("2");
            assertThat(late.<String>path("type")).isEqualTo("/problems/unavailable");
            connection.rollback();
        }
        assertThat(Api.as(Api.ADMIN).header("If-Match", "\"2\"").delete(path()).statusCode())
                .isEqualTo(204);
    }

    /** Until some session waits for what another has locked. */
    private void waitForALock() throws Exception {
        Eventually.holds(() -> {
            try (var connection = database.getConnection();
                    var waiting = connection
                            .createStatement()
                            .executeQuery("SELECT count(*) FROM pg_locks WHERE NOT granted")) {
                waiting.next();
                assertThat(waiting.getInt(1)).isPositive();
            }
        });
    }

    private String path() {
        return path(mira);
    }

    private String path(String principal) {
        return "/api/v1/projects/" + project + "/members/" + principal;
    }

    private int put(String principal, String header, String value, String policyRole) {
        return Api.as(Api.ADMIN)
                .contentType(ContentType.JSON)
                .header(header, value)
                .body(Map.of("roles", List.of("author"), "policyRoles", List.of(policyRole)))
                .put(path(principal))
                .statusCode();
    }
}

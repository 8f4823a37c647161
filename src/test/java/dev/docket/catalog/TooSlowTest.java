package dev.docket.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.StatementTimeout;
import dev.docket.Together;
import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A list that takes longer than statements may is given up, and says so. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class TooSlowTest {

    private static final List<String> LISTS = List.of(
            "documents", "documents?q=ledger", "documents?asOf=2026-01-01T00:00:00Z", "risks", "approvals", "reviews");

    /** What a list reads is locked for longer than its statement waits. */
    private static final String LOCK =
            "LOCK TABLE document, document_label, document_search, document_state, document_risk, document_approval";

    @Inject
    StatementTimeout timeout;

    @Test
    void aListThatTakesTooLongSaysSo() throws SQLException {
        try (Connection owner = owner();
                Statement lock = owner.createStatement()) {
            owner.setAutoCommit(false);
            lock.execute(LOCK + " IN ACCESS EXCLUSIVE MODE");
            timeout.shorten(700);
            List<Response> answers = Together.run(
                    LISTS.size(), LISTS.size(), i -> Api.as(Api.ADMIN).get("/api/v1/" + LISTS.get(i)));
            for (Response answer : answers) {
                assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(503);
                assertThat(answer.<String>path("type")).isEqualTo("/problems/too-slow");
            }
        } finally {
            timeout.shorten(0);
        }
        assertThat(Api.as(Api.ADMIN).get("/api/v1/documents?limit=1").statusCode())
                .isEqualTo(200);
    }

    private static Connection owner() throws SQLException {
        Map<String, String> at = TestPostgres.configuration();
        return DriverManager.getConnection(
                at.get("quarkus.datasource.jdbc.url"),
                at.getOrDefault("docket.owner.username", at.get("quarkus.datasource.username")),
                at.getOrDefault("docket.owner.password", at.get("quarkus.datasource.password")));
    }
}

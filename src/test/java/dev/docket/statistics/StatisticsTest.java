package dev.docket.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.Api;
import dev.docket.Eventually;
import dev.docket.TestClock;
import dev.docket.postgres.TestPostgres;
import dev.docket.proof.Tally;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Statistics are what looking at every document gives, for whoever asks. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class StatisticsTest {

    private static final String ALL = "/api/v1/stats";

    /** All that was made here so far: statistics over all projects know of it. Nobody else works in those years. */
    private static final List<Lives> MADE = new ArrayList<>();

    @Inject
    TestClock clock;

    @Inject
    Counting counting;

    @Inject
    DataSource database;

    @Test
    void statisticsAreWhatLookingAtEveryDocumentGives() throws Exception {
        compare(30, 20, 2003, 20261128);
    }

    @Test
    @Tag("long")
    void manyStatisticsAreWhatLookingAtEveryDocumentGives() throws Exception {
        for (int seed = 0; seed < 3; seed++) {
            compare(100, 60, 1981 + 3 * seed, seed);
        }
    }

    private void compare(int documents, int questions, int year, long seed) throws Exception {
        Random random = new Random(seed);
        long openBefore = open(Api.ADMIN);
        Lives lives =
                new Lives(random, clock, Year.of(year).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC));
        MADE.add(lives.make(documents));
        counted();
        String stranger = Api.principalToken(Api.unique("stranger"));
        for (int i = 0; i < questions; i++) {
            YearMonth from = YearMonth.of(year, 1).plusMonths(random.nextInt(20));
            YearMonth to = from.plusMonths(random.nextInt(30));
            String query = "?from=" + from + "&to=" + to;
            String project = lives.projects().get(random.nextInt(3));
            check("/api/v1/projects/" + project + "/stats" + query, Api.ADMIN, project::equals, from, to);
            check(ALL + query, Api.ADMIN, any -> true, from, to);
            check(ALL + query, stranger, any -> isOpen(any), from, to);
            check(ALL + query, lives.insider, any -> any.equals(lives.restricted) || isOpen(any), from, to);
        }
        long openHere = lives.documents.stream()
                .filter(document -> document.path("status").asText().equals("proposed"))
                .count();
        assertThat(openHere).isPositive();
        assertThat(open(Api.ADMIN) - openBefore).isEqualTo(openHere);
        assertThat(lives.verdicts).isNotEmpty();
        Tally.count("statistics: as looking at every document", 4 * questions);
    }

    private static boolean isOpen(String project) {
        return MADE.stream().anyMatch(lives -> lives.open.contains(project));
    }

    private static long open(String token) {
        return Lives.tree(Api.as(token).get(ALL)).at("/openProposals/count").asLong();
    }

    private static void check(String path, String token, Predicate<String> readable, YearMonth from, YearMonth to) {
        Response response = Api.as(token).get(path);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        ObjectNode answer = Lives.tree(response);
        List<ObjectNode> documents = MADE.stream()
                .flatMap(lives -> lives.documents.stream())
                .filter(document -> readable.test(document.path("project").asText()))
                .toList();
        List<ObjectNode> verdicts = MADE.stream()
                .flatMap(lives -> lives.verdicts.stream())
                .filter(verdict -> readable.test(verdict.path("project").asText()))
                .toList();
        ObjectNode expected = new PlainStats(documents, verdicts).of(from, to, LocalDate.now(ZoneOffset.UTC));
        if (path.startsWith(ALL)) {
            // What is open now others have made too.
            assertThat(answer.at("/openProposals/oldestDays").asLong())
                    .isGreaterThanOrEqualTo(
                            expected.at("/openProposals/oldestDays").asLong());
            answer.remove("openProposals");
            expected.remove("openProposals");
        }
        assertThat(answer).as(path).isEqualTo(expected);
    }

    /** Waits until nothing is due. */
    private void counted() throws Exception {
        Eventually.holds(() -> {
            counting.refresh();
            assertThat(due()).isZero();
        });
    }

    private int due() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM month_due")) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatAnImportTellsIsCountedAndNotTakenForADecision() throws Exception {
        String project = Api.project();
        Response imported = Api.as(Api.ADMIN)
                .contentType("text/markdown")
                .queryParam("path", "0001-old.md")
                .body("# 1. Old\n\n## Status\n\nAccepted\n\n## Context\n\nx\n\n## Decision\n\ny\n")
                .post("/api/v1/projects/" + project + "/imports");
        assertThat(imported.statusCode()).as(imported.asString()).isEqualTo(202);
        String path = "/api/v1/projects/" + project + "/stats";
        Eventually.holds(() -> {
            Response answer = Api.as(Api.ADMIN).get(path);
            assertThat(answer.<Integer>path("months[22].documents.accepted")).isEqualTo(1);
            assertThat(answer.<Integer>path("months[22].decided.accepted")).isZero();
            assertThat(answer.<Integer>path("months[20].documents.accepted")).isZero();
            assertThat(answer.<Map<String, ?>>path("months[22].decided")).doesNotContainKey("acceptanceRate");
        });
    }

    @Test
    void whatCannotBeAskedForIsRefused() {
        String project = Api.project();
        for (String path : List.of(ALL, "/api/v1/projects/" + project + "/stats")) {
            for (String month : List.of(
                    "2026-13", "2026-00", "2026-1", "26-01", "0000-01", "2026-01-01", "now", "\u202e", "a\0b")) {
                for (String name : List.of("from", "to")) {
                    Response refused = Api.as(Api.ADMIN).queryParam(name, month).get(path);
                    assertThat(refused.statusCode()).as(month).isEqualTo(400);
                    assertThat(refused.<List<String>>path("errors.parameter")).containsExactly(name);
                }
            }
            for (String query : List.of(
                    "?from=2026-02&to=2026-01", "?from=2016-01&to=2026-01", "?from=9999-12", "?month=2026-01")) {
                assertThat(Api.as(Api.ADMIN).get(path + query).statusCode())
                        .as(query)
                        .isEqualTo(400);
            }
            assertThat(Api.as(Api.ADMIN).get(path + "?from=2016-02&to=2026-01").<List<?>>path("months"))
                    .hasSize(240);
            assertThat(Api.as(Api.ADMIN).get(path).<List<?>>path("months")).hasSize(24);
        }
        assertThat(Api.as(Api.ADMIN).get("/api/v1/projects/nobody/stats").statusCode())
                .isEqualTo(404);
    }
}

package dev.docket;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.document.Desk;
import dev.docket.document.content.Kind;
import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What operators look at: health and metrics on the management port. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class OperationsTest {

    @ConfigProperty(name = "quarkus.management.test-port")
    int port;

    @Test
    void healthIsThere() {
        for (String probe : List.of("live", "ready", "started")) {
            assertThat(given().port(port).get("/q/health/" + probe).statusCode())
                    .as(probe)
                    .isEqualTo(200);
        }
        assertThat(given().port(port).get("/q/health/live").asString()).doesNotContain("Database");
        assertThat(given().port(port).get("/q/health/ready").asString()).contains("Database");
    }

    @Test
    void everyMetricOfTheDashboardAndTheAlertsIsInALiveScrape() throws Exception {
        decide();
        Set<String> wanted = DeployFiles.metricNames();
        Eventually.holds(() -> assertThat(names(scrape())).containsAll(wanted));
    }

    @Test
    void gaugesCountTheDocumentsOfEachProject() throws Exception {
        Desk desk = Desk.ofNewProject();
        desk.created(Kind.ADR, Map.of("title", "One draft"));
        desk.created(Kind.ADR, Desk.complete(Kind.ADR));
        Eventually.holds(() -> assertThat(scrape())
                .containsPattern("docket_work_in_progress\\{kind=\"adr\",project=\"" + desk.project() + "\",?} 2.0"));
        assertThat(scrape()).doesNotContain("maintainer-of", "ADR-00");
    }

    @Test
    void aRequestIsNamedByTheTemplateOfItsPathAndNeverByThePath() throws Exception {
        String mark = Api.unique("mark");
        String path = "/api/v1/projects/" + mark;
        Map<Integer, Supplier<Response>> refusals = Map.of(
                400, () -> Api.as(Api.ADMIN).get("/api/v1/documents?tag=" + mark + "&limit=0"),
                401, () -> given().get(path),
                404, () -> Api.as(Api.ADMIN).get(path),
                405, () -> Api.as(Api.ADMIN).post(path),
                406, () -> Api.as(Api.ADMIN).accept("image/png").get(path),
                415, () -> Api.as(Api.ADMIN).contentType("image/png").body("x").post(path + "/adrs"));
        refusals.forEach(
                (status, refusal) -> assertThat(refusal.get().statusCode()).isEqualTo(status));
        Api.as(Api.ADMIN).get("/nowhere/" + mark);
        HttpRequest options = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + Api.ADMIN)
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<Void> allowed = HttpClient.newHttpClient().send(options, HttpResponse.BodyHandlers.discarding());
        assertThat(allowed.statusCode()).isEqualTo(200);
        Eventually.holds(() -> assertThat(requests(scrape()))
                .contains("/api/v1/documents 400", "/api/v1/projects/{project} 401", "/api/v1/projects/{project} 404")
                .contains(
                        "NOT_FOUND 404",
                        "UNMATCHED 405",
                        "/api/v1/projects/{project} 200",
                        "/api/v1/projects/{project} 406"));
        assertThat(scrape()).doesNotContain(mark);
    }

    private static Set<String> requests(String scrape) {
        return Pattern.compile(
                        "^http_server_requests_seconds_count\\{.*status=\"(\\d+)\",uri=\"([^\"]*)\"", Pattern.MULTILINE)
                .matcher(scrape)
                .results()
                .map(match -> match.group(2) + " " + match.group(1))
                .collect(Collectors.toSet());
    }

    private static void decide() {
        Desk desk = Desk.ofNewProject();
        desk.created(Kind.ADR, Desk.complete(Kind.ADR)); // and one that stays open
        int number = desk.created(Kind.ADR, Desk.complete(Kind.ADR));
        assertThat(desk.moved(Kind.ADR, number, "accepted")).isEqualTo(200);
    }

    private String scrape() {
        return given().port(port).accept("text/plain").get("/q/metrics").asString();
    }

    private static Set<String> names(String scrape) {
        return Pattern.compile("^([a-z_]+)(?:\\{| )", Pattern.MULTILINE)
                .matcher(scrape)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }
}

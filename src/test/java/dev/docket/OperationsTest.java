package dev.docket;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.document.Desk;
import dev.docket.document.content.Kind;
import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

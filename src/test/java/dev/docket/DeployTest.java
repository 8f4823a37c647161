package dev.docket;

import static dev.docket.DeployFiles.items;
import static dev.docket.DeployFiles.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeployTest {
    private static final Set<String> OURS = Set.of(
            "docket_documents",
            "docket_work_in_progress",
            "docket_stale_proposals",
            "docket_overdue_reviews",
            "docket_proposal_age_seconds",
            "docket_approvals_waiting",
            "docket_approvals_overdue",
            "docket_gauges_age_seconds",
            "docket_transitions_total",
            "docket_decision_lead_time_seconds_bucket",
            "docket_decision_lead_time_seconds_sum",
            "docket_decision_lead_time_seconds_count",
            "docket_approval_latency_seconds_bucket",
            "docket_approval_latency_seconds_count",
            "docket_outbox_pending",
            "docket_feed_lag_seconds",
            "docket_feed_position",
            "docket_streams_open",
            "docket_streams_refused_total",
            "docket_streams_dropped_total",
            "docket_webhook_pending",
            "docket_webhook_dead",
            "docket_webhook_lag_seconds",
            "docket_webhook_deliveries_total",
            "docket_webhooks_disabled_total");
    private static final Set<String> THE_PLATFORMS = Set.of(
            "http_server_requests_seconds_bucket",
            "http_server_requests_seconds_count",
            "jvm_memory_used_bytes",
            "jvm_memory_max_bytes",
            "jvm_gc_pause_seconds_sum",
            "jvm_threads_live_threads",
            "process_cpu_usage",
            "process_uptime_seconds",
            "system_cpu_usage",
            "agroal_active_count",
            "agroal_available_count",
            "agroal_awaiting_count",
            "agroal_blocking_time_average_milliseconds");

    @Test
    void namesOnlyMetricsThatTheServiceShows() {
        assertThat(DeployFiles.metricNames())
                .containsAll(OURS)
                .isSubsetOf(Stream.of(OURS, THE_PLATFORMS).flatMap(Set::stream).toList());
    }

    static List<Path> structuredFiles() {
        return Stream.of(".yml", ".yaml", ".json")
                .flatMap(ending -> DeployFiles.files(ending).stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("structuredFiles")
    void parses(Path file) {
        assertThat(read(file).isObject()).isTrue();
    }

    @Test
    void prometheusFindsItsRulesAndTheManagementPort() {
        JsonNode prometheus = read(DeployFiles.ROOT.resolve("prometheus/prometheus.yml"));
        assertThat(items(prometheus.path("rule_files")))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(
                                DeployFiles.ROOT.resolve("prometheus").resolve(file.asText()))
                        .exists());
        JsonNode scrape = prometheus.at("/scrape_configs/0");
        assertThat(scrape.path("job_name").asText()).isEqualTo("docket");
        assertThat(scrape.path("metrics_path").asText()).isEqualTo("/q/metrics");
        assertThat(scrape.at("/dns_sd_configs/0/port").asInt()).isEqualTo(9000);
    }

    static List<JsonNode> alerts() {
        return items(read(DeployFiles.RULES).path("groups"))
                .flatMap(group -> items(group.path("rules")))
                .filter(rule -> rule.has("alert"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void anAlertSaysHowBadItIsAndWhatToDo(JsonNode alert) {
        assertThat(alert.at("/labels/severity").asText()).isIn("critical", "warning", "info");
        assertThat(List.of("summary", "description", "runbook"))
                .allSatisfy(
                        text -> assertThat(alert.path("annotations").path(text).asText())
                                .isNotBlank());
    }

    @Test
    void everyAlertIsTestedFiringAndQuiet() {
        List<JsonNode> cases = items(read(DeployFiles.RULE_TESTS).path("tests"))
                .flatMap(test -> items(test.path("alert_rule_test")))
                .toList();
        List<String> names =
                alerts().stream().map(alert -> alert.path("alert").asText()).toList();
        assertThat(names).doesNotHaveDuplicates();
        assertThat(alertsOf(cases, false)).containsExactlyInAnyOrderElementsOf(names);
        assertThat(alertsOf(cases, true)).containsExactlyInAnyOrderElementsOf(names);
    }

    private static Set<String> alertsOf(List<JsonNode> cases, boolean quiet) {
        return cases.stream()
                .filter(one -> one.path("exp_alerts").isEmpty() == quiet)
                .map(one -> one.path("alertname").asText())
                .collect(Collectors.toSet());
    }

    static List<JsonNode> panels() {
        return items(read(DeployFiles.DASHBOARD).path("panels"))
                .filter(panel -> !panel.path("type").asText().equals("row"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("panels")
    void aPanelSaysWhatItShows(JsonNode panel) {
        assertThat(panel.path("title").asText()).isNotBlank();
        assertThat(panel.path("description").asText()).isNotBlank();
        assertThat(panel.at("/fieldConfig/defaults/unit").asText()).isNotBlank();
        assertThat(panel.at("/datasource/uid").asText()).isEqualTo("${datasource}");
        assertThat(items(panel.path("targets"))).isNotEmpty().allSatisfy(target -> {
            assertThat(target.path("legendFormat").asText()).isNotBlank();
            assertThat(target.at("/datasource/uid").asText()).isEqualTo("${datasource}");
        });
    }

    @Test
    void theDashboardShowsHowDecisionsGo() {
        assertThat(panels().stream().map(panel -> panel.path("title").asText()))
                .contains(
                        "Documents by status",
                        "Lead time of decisions",
                        "Acceptance rate",
                        "Age of open proposals",
                        "Approvals waiting",
                        "Approval latency");
    }

    @Test
    void theDashboardShowsHowEventsLeave() {
        assertThat(panels().stream().map(panel -> panel.path("title").asText()))
                .contains(
                        "Feed lag",
                        "Live streams",
                        "Webhook lag",
                        "Attempts by outcome",
                        "Deliveries pending",
                        "Deliveries dead",
                        "Webhooks disabled");
    }

    @Test
    void noPanelLiesOnAnother() {
        var taken = new HashSet<String>();
        assertThat(read(DeployFiles.DASHBOARD).findValues("gridPos"))
                .isNotEmpty()
                .allSatisfy(place -> {
                    int left = place.path("x").asInt();
                    int right = left + place.path("w").asInt();
                    int top = place.path("y").asInt();
                    int bottom = top + place.path("h").asInt();
                    assertThat(right).isLessThanOrEqualTo(24);
                    for (int x = left; x < right; x++) {
                        for (int y = top; y < bottom; y++) {
                            assertThat(taken.add(x + "," + y))
                                    .as("%d,%d is free", x, y)
                                    .isTrue();
                        }
                    }
                });
    }

    @Test
    void theDashboardIsChosenByDatasourceProjectAndKind() {
        assertThat(items(read(DeployFiles.DASHBOARD).at("/templating/list"))
                        .map(variable -> variable.path("name").asText()))
                .containsExactly("datasource", "project", "kind");
    }

    @Test
    void theLicenceIsWhole() {
        assertThat(Path.of("LICENSE"))
                .satisfies(file -> assertThat(Files.readString(file))
                        .contains("Apache License\n                           Version 2.0, January 2004")
                        .contains("END OF TERMS AND CONDITIONS"));
    }
}

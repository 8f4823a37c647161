package dev.docket.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.DocketProcess;
import dev.docket.Eventually;
import dev.docket.api.StrictJson;
import dev.docket.postgres.EmbeddedPostgres;
import dev.docket.postgres.Postmaster;
import dev.docket.proof.Tally;
import dev.docket.webhook.Receiver.Received;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every event reaches its webhook, whoever is killed meanwhile. */
@Tag("long")
class WebhooksIT {

    private static final Logger LOG = Logger.getLogger(WebhooksIT.class);

    private static final int CHANGES = 10_000;
    private static final int KILLS = 5;

    /** The database is restarted in place of this one of the kills; the last kill comes when all is written. */
    private static final int RESTART = 3;

    private static final int SHARED = 500;

    /** A receiver that fails three times in ten fails so often in a row about once in 10^15 events. */
    private static final String SCHEDULE = "0S,1S" + ",2S".repeat(28);

    private static final String DELIVERED = "docket_webhook_deliveries_total{outcome=\"delivered\"";

    private final Changes changes = new Changes();

    @TempDir
    Path temporary;

    @Test
    void tenThousandChangesArriveWhoeverIsKilled() throws Exception {
        Arrivals arrivals = new Arrivals(3);
        try (var postgres = EmbeddedPostgres.start(temporary.resolve("server"), 0);
                Receiver receiver = Receiver.start();
                Replica replica = new Replica(postgres, temporary.resolve("data"))) {
            receiver.answers(arrivals);
            replica.start();
            changes.use(replica.base());
            changes.begin(receiver, arrivals);
            changes.write(CHANGES, () -> {
                for (int fault = 1; fault <= KILLS; fault++) {
                    changes.await(fault * CHANGES / (KILLS + 1));
                    if (fault == RESTART) {
                        restart();
                    } else {
                        replica.kill();
                        replica.start();
                        changes.use(replica.base());
                    }
                }
            });
            long fault = System.nanoTime();
            replica.kill();
            replica.start();
            changes.use(replica.base());
            Map<String, String> wanted = wanted();
            assertThat(wanted).hasSizeGreaterThanOrEqualTo(CHANGES);
            arrive(Duration.ofMinutes(2), arrivals, wanted);
            List<Received> attempts = receiver.received();
            LOG.infof(
                    "%d events arrived by %d attempts, %d s after the last of %d kills",
                    wanted.size(),
                    attempts.size(),
                    Duration.ofNanos(System.nanoTime() - fault).toSeconds(),
                    KILLS);
            arrivals.checkAll(attempts);
            Tally.count("webhooks: events under kills, 3 in 10 attempts refused", wanted.size());
            Tally.count("webhooks: signatures verified by the independent library", attempts.size());
        }
    }

    @Test
    void eitherOfTwoReplicasDeliversAndTakesOverFromTheOther() throws Exception {
        Arrivals arrivals = new Arrivals(0);
        try (var postgres = EmbeddedPostgres.start(temporary.resolve("server"), 0);
                Receiver receiver = Receiver.start();
                Replica one = new Replica(postgres, temporary.resolve("one"));
                Replica other = new Replica(postgres, temporary.resolve("other"))) {
            receiver.answers(arrivals);
            one.start();
            other.start();
            changes.use(one.base(), other.base());
            changes.begin(receiver, arrivals);
            changes.write(SHARED, () -> {});
            arrive(Duration.ofSeconds(30), arrivals, wanted());
            onceInOrder(receiver.received());
            Eventually.holds(() -> assertThat(one.delivered() + other.delivered())
                    .as("each by one of them")
                    .isEqualTo(receiver.received().size()));
            assertThat(Math.min(one.delivered(), other.delivered()))
                    .as("both deliver")
                    .isPositive();
            takesOver(one, other, arrivals);
            one.start();
            takesOver(other, one, arrivals);
            arrivals.checkAll(receiver.received());
            Tally.count("webhooks: events by two replicas, each of them killed once", wanted().size());
        }
    }

    private void takesOver(Replica killed, Replica living, Arrivals arrivals) throws Exception {
        changes.use(living.base());
        int before = changes.acknowledged().size();
        changes.write(SHARED, () -> {
            changes.await(before + SHARED / 2);
            killed.kill();
        });
        arrive(Duration.ofMinutes(1), arrivals, wanted());
    }

    /** The database restarts, as a power cut would have it; the server's own keeper starts it again. */
    private void restart() throws Exception {
        ProcessHandle server = Postmaster.of(temporary.resolve("server")).orElseThrow();
        server.destroyForcibly();
        server.onExit().join();
    }

    /** The events that webhooks want, by their ids: all of documents. */
    private Map<String, String> wanted() throws Exception {
        return changes.feed().stream()
                .filter(event -> event.path("type").asText().startsWith("dev.docket.document."))
                .collect(Collectors.toMap(
                        event -> event.path("id").asText(),
                        event -> event.path("subject").asText()));
    }

    private static void arrive(Duration patience, Arrivals arrivals, Map<String, String> wanted) throws Exception {
        Eventually.holds(
                patience,
                () -> assertThat(arrivals.accepted().size()).as("have arrived").isGreaterThanOrEqualTo(wanted.size()));
        assertThat(arrivals.accepted()).isEqualTo(Set.copyOf(wanted.keySet()));
    }

    private static void onceInOrder(List<Received> received) {
        assertThat(received).extracting(Received::id).doesNotHaveDuplicates();
        for (String project : Changes.PROJECTS) {
            assertThat(received)
                    .filteredOn(message -> message.path().endsWith("/" + project))
                    .extracting(message -> StrictJson.tree(message.body().getBytes(StandardCharsets.UTF_8))
                            .path("sequence")
                            .asText())
                    .isNotEmpty()
                    .isSorted();
        }
    }

    /** A service on the database of the test, which can be killed and started again. */
    private static final class Replica implements AutoCloseable {
        private final Map<String, String> environment;
        private final Path data;
        private @Nullable DocketProcess process;

        Replica(EmbeddedPostgres postgres, Path data) {
            this.data = data;
            this.environment = Map.of(
                    "DOCKET_BOOTSTRAP_TOKEN", Api.ADMIN,
                    "DOCKET_WEBHOOKS_ALLOW_LOCAL", "true",
                    "DOCKET_WEBHOOKS_SCHEDULE", SCHEDULE,
                    "DOCKET_WEBHOOKS_TIMEOUT", "5S",
                    "QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(),
                    "QUARKUS_DATASOURCE_USERNAME", postgres.service(),
                    "QUARKUS_DATASOURCE_PASSWORD", postgres.password(),
                    "DOCKET_OWNER_USERNAME", postgres.owner(),
                    "DOCKET_OWNER_PASSWORD", postgres.password());
        }

        void start() throws Exception {
            process = DocketProcess.start(data, environment);
        }

        private DocketProcess process() {
            return Objects.requireNonNull(process);
        }

        URI base() {
            return process().base();
        }

        void kill() throws InterruptedException {
            process().kill9();
        }

        /** How many deliveries it has made, as its metrics say. */
        int delivered() throws Exception {
            HttpRequest request = HttpRequest.newBuilder(process().management().resolve("/q/metrics"))
                    .build();
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofLines())
                    .body()
                    .filter(line -> line.startsWith(DELIVERED))
                    .mapToInt(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                    .sum();
        }

        @Override
        public void close() throws IOException {
            if (process != null) {
                process.close();
            }
        }
    }
}

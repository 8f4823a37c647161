package dev.docket;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that was acknowledged is lost, and nothing is left half done, whoever is killed in the middle of writes. */
@Tag("long")
class CrashIT {

    private static final int KILLS = 6;

    private static final Logger LOG = Logger.getLogger(CrashIT.class);

    private static final Map<String, String> ENVIRONMENT = Map.of("DOCKET_BOOTSTRAP_TOKEN", Api.ADMIN);

    /** Enough for every thread to have superseded a few documents. */
    private static final int WRITES = 60;

    private final Map<String, Integer> acknowledged = Writers.nothing();

    @TempDir
    Path temporary;

    @Test
    void aServiceKilledAgainAndAgainLosesNothing() throws Exception {
        Path data = temporary.resolve("data");
        for (int i = 0; i < KILLS; i++) {
            try (DocketProcess docket = DocketProcess.start(data, ENVIRONMENT)) {
                Writers writers = Writers.start(docket.base(), acknowledged);
                writers.await(WRITES);
                docket.kill9();
                writers.awaitBrokenConnections();
                try (DocketProcess next = DocketProcess.start(data, ENVIRONMENT)) {
                    long superseded = Wholeness.check(next, data, acknowledged);
                    assertThat(superseded).isPositive();
                    LOG.infof(
                            "kill %d: %d documents acknowledged, %d superseded",
                            i + 1, acknowledged.size(), superseded);
                    try (Writers more = Writers.start(next.base(), acknowledged)) {
                        more.await(WRITES);
                    }
                    Wholeness.check(next, data, acknowledged);
                    assertThat(next.terminate()).isEqualTo(143);
                }
            }
        }
    }

    @Test
    void aKilledPostgresIsDoneWithoutUntilItIsBack() throws Exception {
        Path data = temporary.resolve("data");
        try (DocketProcess docket = DocketProcess.start(data, ENVIRONMENT)) {
            try (Writers writers = Writers.start(docket.base(), acknowledged)) {
                writers.await(WRITES);
                ProcessHandle postgres = docket.postgres().orElseThrow();
                postgres.destroyForcibly();
                postgres.onExit().join();
                int probes = 0;
                do {
                    assertThat(health(docket, "live")).isEqualTo(200);
                    probes++;
                } while (health(docket, "ready") != 200);
                writers.await(WRITES);
                LOG.infof("away: %d times 503, %d times alive", writers.unavailable(), probes);
            }
            assertThat(Wholeness.check(docket, data, acknowledged)).isPositive();
        }
    }

    private static int health(DocketProcess docket, String probe) throws Exception {
        URI uri = docket.management().resolve("/q/health/" + probe);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                .statusCode();
    }
}

package dev.docket.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.DocketProcess;
import dev.docket.Eventually;
import dev.docket.postgres.EmbeddedPostgres;
import dev.docket.proof.Tally;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two replicas on one database: what is written on one is told on the other, and an end is an end in good order. */
@Tag("long")
class StreamIT {

    private static final int WRITES = 20;

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path temporary;

    @Test
    void isToldByEveryReplicaAndEndsWithItsOwn() throws Exception {
        try (var postgres = EmbeddedPostgres.start(temporary.resolve("server"), 0)) {
            var environment = Map.of(
                    "DOCKET_BOOTSTRAP_TOKEN", Api.ADMIN,
                    "QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(),
                    "QUARKUS_DATASOURCE_USERNAME", postgres.service(),
                    "QUARKUS_DATASOURCE_PASSWORD", postgres.password(),
                    "DOCKET_OWNER_USERNAME", postgres.owner(),
                    "DOCKET_OWNER_PASSWORD", postgres.password());
            try (var one = DocketProcess.start(temporary.resolve("one"), environment);
                    var other = DocketProcess.start(temporary.resolve("other"), environment);
                    StreamReader reader = StreamReader.begun(other.base(), Api.ADMIN, "", null)) {
                for (int i = 0; i < WRITES; i++) {
                    write(one);
                }
                reader.await(WRITES);
                one.kill9();
                write(other);
                Eventually.holds(() -> assertThat(reader.events()).hasSize(WRITES + 1));
                long asked = System.nanoTime();
                assertThat(other.terminate()).isEqualTo(143);
                assertThat(reader.end(Duration.ofSeconds(1)))
                        .as("in good order")
                        .isTrue();
                assertThat(Duration.ofNanos(System.nanoTime() - asked))
                        .as("nobody waits for streams")
                        .isLessThan(Duration.ofSeconds(8));
                Tally.count("stream: events written on one replica, told by the other", WRITES);
            }
        }
    }

    private void write(DocketProcess docket) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(docket.base().resolve("/api/v1/projects"))
                .header("Authorization", "Bearer " + Api.ADMIN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"key\": \"%s\", \"name\": \"P\"}".formatted(Api.unique("p"))))
                .build();
        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(201);
    }
}

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
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
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
            Map<String, String> small = new HashMap<>(environment);
            small.putAll(Map.of("DOCKET_STREAMS_MAX", "2", "DOCKET_STREAMS_COMMENT", "1S"));
            try (var one = DocketProcess.start(temporary.resolve("one"), environment);
                    var other = DocketProcess.start(temporary.resolve("other"), small);
                    StreamReader reader = StreamReader.begun(other.base(), Api.ADMIN, "", null)) {
                hasNoMorePlace(other);
                saysThatItIsThere(reader);
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

    private void hasNoMorePlace(DocketProcess docket) throws Exception {
        try (StreamReader second = StreamReader.begun(docket.base(), Api.ADMIN, "", null)) {
            assertThat(second.status()).isEqualTo(200);
            HttpRequest request = HttpRequest.newBuilder(docket.base().resolve("/api/v1/events"))
                    .header("Authorization", "Bearer " + Api.ADMIN)
                    .header("Accept", "text/event-stream")
                    .build();
            HttpResponse<String> third = client.send(request, BodyHandlers.ofString());
            assertThat(third.statusCode()).isEqualTo(503);
            assertThat(third.headers().firstValue("Retry-After")).isPresent();
            assertThat(third.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(third.body()).contains("/problems/overloaded");
        }
        Eventually.holds(() -> {
            try (StreamReader next = StreamReader.open(docket.base(), Api.ADMIN, "", null)) {
                assertThat(next.status()).as("once one is gone").isEqualTo(200);
            }
        });
    }

    /** By a comment, after a silence as long as it is told. */
    private static void saysThatItIsThere(StreamReader reader) throws Exception {
        int before = reader.comments();
        Eventually.holds(() -> assertThat(reader.comments()).isGreaterThanOrEqualTo(before + 3));
        assertThat(reader.events()).isEmpty();
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

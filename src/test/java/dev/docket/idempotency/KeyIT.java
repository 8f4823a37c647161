package dev.docket.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.DocketProcess;
import dev.docket.Eventually;
import dev.docket.proof.Tally;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever never saw the answer asks again, and it was done once. */
class KeyIT {

    private static final Map<String, String> ENVIRONMENT = Map.of("DOCKET_BOOTSTRAP_TOKEN", Api.ADMIN);
    private static final String BODY = "{\"title\": \"Once\"}";

    private static final int KILLS = 5;

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path temporary;

    @Test
    @Tag("long")
    void killedBetweenCommitAndAnswer() throws Exception {
        Path data = temporary.resolve("data");
        for (int i = 0; i < KILLS; i++) {
            String project = Api.unique("p");
            String adrs = "/api/v1/projects/" + project + "/adrs";
            try (DocketProcess docket = DocketProcess.start(data, ENVIRONMENT)) {
                assertThat(send(
                                        docket,
                                        "/api/v1/projects",
                                        "{\"key\": \"%s\", \"name\": \"P\"}".formatted(project),
                                        project)
                                .statusCode())
                        .isEqualTo(201);
                try (Socket deaf =
                        new Socket(docket.base().getHost(), docket.base().getPort())) {
                    ask(deaf, adrs, project);
                    Eventually.holds(() -> assertThat(documents(docket, adrs)).isEqualTo(1));
                    docket.kill9();
                }
                try (DocketProcess next = DocketProcess.start(data, ENVIRONMENT)) {
                    HttpResponse<String> again = send(next, adrs, BODY, project);
                    assertThat(again.statusCode()).isEqualTo(201);
                    assertThat(again.headers().firstValue("Idempotency-Replayed"))
                            .hasValue("true");
                    assertThat(again.body()).contains("\"title\":\"Once\"");
                    assertThat(documents(next, adrs)).isEqualTo(1);
                    Tally.count("idempotency: killed between commit and answer, asked again", 1);
                }
            }
        }
    }

    /** Sends the request, and never reads a byte of what comes back. */
    private static void ask(Socket deaf, String path, String key) throws IOException {
        OutputStream out = deaf.getOutputStream();
        out.write("""
                POST %s HTTP/1.1
                Host: docket
                Authorization: Bearer %s
                Content-Type: application/json
                Idempotency-Key: %s
                Content-Length: %d

                %s""".formatted(path, Api.ADMIN, key, BODY.length(), BODY)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private int documents(DocketProcess docket, String adrs) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(docket.base().resolve(adrs))
                .header("Authorization", "Bearer " + Api.ADMIN)
                .build();
        return client.send(request, BodyHandlers.ofString()).body().split("\"ref\"", -1).length - 1;
    }

    private HttpResponse<String> send(DocketProcess docket, String path, String body, String key) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(docket.base().resolve(path))
                .header("Authorization", "Bearer " + Api.ADMIN)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}

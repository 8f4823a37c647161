package dev.docket.imports;

import static dev.docket.imports.Folder.nygard;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.docket.Api;
import dev.docket.DocketProcess;
import dev.docket.Eventually;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service is killed in the middle of an import: the next one finishes it, each file imported once and whole. */
@Tag("long")
class ImportCrashIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> ENVIRONMENT =
            Map.of("DOCKET_BOOTSTRAP_TOKEN", Api.ADMIN, "DOCKET_IMPORTS_LEASE", "3S");
    private static final int FILES = 600;

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path temporary;

    @Test
    void anImportSurvivesTheServiceThatWorksOnIt() throws Exception {
        Path data = temporary.resolve("data");
        String location;
        try (DocketProcess docket = DocketProcess.start(data, ENVIRONMENT)) {
            send(
                    docket,
                    "POST",
                    "/api/v1/projects",
                    "application/json",
                    "{\"key\":\"log\",\"name\":\"Log\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            location = "/api/v1/projects/log/imports/"
                    + send(docket, "POST", "/api/v1/projects/log/imports", "application/zip", folder().zip())
                            .get("id")
                            .asText();
            Eventually.holds(
                    () -> assertThat(read(docket, location).get("done").asInt()).isPositive());
            docket.kill9();
        }
        for (int times = 0; times < 2; times++) {
            try (DocketProcess docket = DocketProcess.start(data, ENVIRONMENT)) {
                int before = read(docket, location).get("done").asInt();
                assertThat(before).isLessThan(FILES);
                Eventually.holds(() ->
                        assertThat(read(docket, location).get("done").asInt()).isGreaterThan(before));
                docket.kill9();
            }
        }
        try (DocketProcess docket = DocketProcess.start(data, ENVIRONMENT)) {
            Eventually.holds(() ->
                    assertThat(read(docket, location).get("status").asText()).isEqualTo("done"));
            JsonNode report = read(docket, location);
            assertThat(report.at("/counts/created").asInt()).isEqualTo(FILES);
            List<String> refs = report.findValuesAsText("ref");
            assertThat(refs).doesNotHaveDuplicates();
            Set<Integer> revisions = new HashSet<>();
            for (String ref : refs) {
                revisions.add(read(docket, "/api/v1/projects/log/adrs/" + Integer.valueOf(ref.substring(4)))
                        .get("revision")
                        .asInt());
            }
            assertThat(revisions).containsExactly(1);
        }
    }

    private static Folder folder() {
        Folder folder = new Folder();
        for (int i = 1; i <= FILES; i++) {
            folder.with("%04d-x.md".formatted(i), nygard(i, "Title " + i, "Accepted"));
        }
        return folder;
    }

    private JsonNode read(DocketProcess docket, String path) throws Exception {
        return send(docket, "GET", path, "application/json", new byte[0]);
    }

    private JsonNode send(DocketProcess docket, String method, String path, String type, byte[] body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(docket.base().resolve(path))
                .header("Authorization", "Bearer " + Api.ADMIN)
                .header("Content-Type", type)
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .build();
        return JSON.readTree(client.send(request, BodyHandlers.ofByteArray()).body());
    }
}

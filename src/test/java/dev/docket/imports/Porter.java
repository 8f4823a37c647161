package dev.docket.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.docket.Eventually;
import dev.docket.document.Desk;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Somebody who carries files into a project and out of it. */
public record Porter(Desk desk) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public static Porter ofNewProject() {
        return new Porter(Desk.ofNewProject());
    }

    public String path() {
        return "/api/v1/projects/" + desk.project();
    }

    Response post(String type, byte[] body, String query) {
        return desk.request().contentType(type).body(body).post(path() + "/imports" + query);
    }

    /** The report of an import that is done. */
    public JsonNode imported(Folder folder) {
        return imported(folder, "");
    }

    public JsonNode imported(Folder folder, String query) {
        return report(post("application/zip", folder.zip(), query));
    }

    /** The report of the import that was asked for, once it is done. */
    JsonNode report(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(202);
        String location = response.header("Location").replaceFirst("^https?://[^/]+", "");
        try {
            Eventually.holds(
                    Duration.ofSeconds(30 + 60 * response.<Integer>path("total") / 1_000),
                    () -> assertThat(read(location).get("status").asText()).isIn("done", "failed"));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        JsonNode report = read(location);
        assertThat(report.get("done").asInt()).isEqualTo(report.get("total").asInt());
        return report;
    }

    public JsonNode read(String path) {
        try {
            return JSON.readTree(desk.request().get(path).asByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode adr(int number) {
        return read(path() + "/adrs/" + number);
    }

    /** One line a file: path, outcome, ref, and the codes of its warnings. */
    static List<String> lines(JsonNode report) {
        List<String> lines = new ArrayList<>();
        for (JsonNode file : report.get("files")) {
            StringBuilder line = new StringBuilder(file.path("path").asText());
            line.append(' ').append(file.get("outcome").asText());
            line.append(file.has("ref") ? " " + file.get("ref").asText() : "");
            file.get("warnings")
                    .forEach(warning ->
                            line.append(" !").append(warning.get("code").asText()));
            lines.add(line.toString());
        }
        return lines;
    }

    /** The links of a document, each as {@code rel target}. */
    static List<String> links(JsonNode document) {
        List<String> links = new ArrayList<>();
        document.path("links")
                .forEach(link -> links.add(
                        link.get("rel").asText() + " " + link.get("target").asText()));
        return links;
    }

    public byte[] export(String query) {
        Response response = desk.request().get(path() + "/export" + query);
        assertThat(response.statusCode()).isEqualTo(200);
        return response.asByteArray();
    }

    public static Map<String, byte[]> unzipped(byte[] zip) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}

package dev.docket.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.Api;
import dev.docket.Eventually;
import dev.docket.api.CanonicalJson;
import dev.docket.api.StrictJson;
import dev.docket.document.Desk;
import dev.docket.document.content.Kind;
import dev.docket.postgres.TestPostgres;
import dev.docket.proof.Tally;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that checks an audit export against a checkpoint, far from the service. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class VerifyTest {

    private static final String INTACT = "INTACT";

    @TempDir
    Path directory;

    private record Said(int code, String text) {}

    private record Taken(Desk desk, List<String> lines, Path checkpoint, String key) {}

    @Test
    void anExportThatIsIntactPasses() throws Exception {
        Taken taken = take();
        Said said = verify(taken.lines(), taken.checkpoint(), "--key", taken.key());
        assertThat(said.text()).contains(taken.desk().project(), "checked     12 entries of 3 documents", INTACT);
        assertThat(said.code()).isZero();
        assertThat(verify(taken.lines(), taken.checkpoint()).text()).contains("give --key to be sure", INTACT);
        // Anybody can do it by hand: the content is there as it was hashed.
        ObjectNode line = json(taken.lines().get(3));
        assertThat(sha256(line.get("content").textValue()))
                .isEqualTo(line.at("/revision/contentSha256").textValue());
    }

    @Test
    void whatCameAfterTheCheckpointIsNoFault() throws Exception {
        Taken taken = take();
        taken.desk().created(Kind.ADR, Desk.complete(Kind.ADR));
        Eventually.holds(() -> assertThat(export(taken.desk())).hasSize(15));
        Said said = verify(export(taken.desk()), taken.checkpoint());
        assertThat(said.text()).contains("checked     13 entries", INTACT);
    }

    @Test
    void everyTamperingOfAnExportIsFoundAndLocated() throws Exception {
        Taken taken = take();
        Map<String, List<String>> tampered = new LinkedHashMap<>();
        for (int at : List.of(1, 6, 12)) {
            for (String member : List.of(
                    "/position",
                    "/previous",
                    "/sha256",
                    "/about",
                    "/content",
                    "/revision/document",
                    "/revision/number",
                    "/revision/at",
                    "/revision/actor",
                    "/revision/message",
                    "/revision/contentSha256",
                    "/revision/previousSha256",
                    "/revision/sha256")) {
                tampered.put(at + " " + member, changed(taken.lines(), at, line -> change(line, member)));
            }
            for (String member : List.of("revision", "content")) {
                tampered.put(at + " without " + member, changed(taken.lines(), at, line -> line.remove(member)));
            }
            tampered.put(at + " removed", edited(taken.lines(), lines -> lines.remove(at)));
            tampered.put(at + " twice", edited(taken.lines(), lines -> lines.add(at, lines.get(at))));
            tampered.put(
                    at + " moved", edited(taken.lines(), lines -> lines.add(at == 1 ? 5 : at - 1, lines.remove(at))));
        }
        int found = 0;
        for (Map.Entry<String, List<String>> each : tampered.entrySet()) {
            Said said = verify(each.getValue(), taken.checkpoint());
            assertThat(said.text()).as(each.getKey()).contains("BROKEN").doesNotContain(INTACT);
            assertThat(said.text()).as(each.getKey()).containsPattern("position -?[0-9]+: [a-z]+-?[a-z]+: |breaks off");
            assertThat(said.code()).isEqualTo(1);
            found++;
        }
        Tally.count("verify: tampered exports found and located", found);
    }

    @Test
    void whatIsNoWholeExportIsNotPassed() throws Exception {
        Taken taken = take();
        int last = taken.lines().size() - 1;
        Map<String, List<String>> wrong = new LinkedHashMap<>();
        wrong.put("breaks off", taken.lines().subList(0, last));
        wrong.put("ends before", edited(taken.lines(), lines -> lines.remove(last - 1)));
        wrong.put("no audit export", taken.lines().subList(1, last + 1));
        wrong.put(
                "says nothing of",
                changed(taken.lines(), 0, line -> ((ObjectNode) line.get("start")).put("project", "x")));
        wrong.put(
                "no audit export ",
                changed(taken.lines(), 0, line -> ((ObjectNode) line.get("start")).put("format", 2)));
        wrong.put("after its end", edited(taken.lines(), lines -> lines.add(lines.get(last))));
        wrong.put("cannot be read", edited(taken.lines(), lines -> lines.set(3, "{")));
        wrong.put("cannot be read ", edited(taken.lines(), lines -> lines.set(3, "{\"unknown\": 1}")));
        wrong.put("is no entry", edited(taken.lines(), lines -> lines.set(3, "{}")));
        wrong.put("no audit export  ", List.of());
        for (Map.Entry<String, List<String>> each : wrong.entrySet()) {
            Said said = verify(each.getValue(), taken.checkpoint());
            assertThat(said.text())
                    .as(each.getKey())
                    .contains(each.getKey().strip())
                    .doesNotContain(INTACT);
            assertThat(said.code()).isEqualTo(1);
        }
        Tally.count("verify: exports that are not whole", wrong.size());
    }

    @Test
    void onlyTheCheckpointOfTheRightKeyCounts() throws Exception {
        Taken taken = take();
        String text = Files.readString(taken.checkpoint());
        Checkpoint real = StrictJson.value(StrictJson.tree(text.getBytes(StandardCharsets.UTF_8)), Checkpoint.class);
        SigningKey other = SigningKey.fresh();
        Checkpoint forged = new Checkpoint(
                real.number(),
                real.at(),
                real.position(),
                real.previous(),
                real.heads(),
                other.publicKey().text(),
                null);
        Path file = directory.resolve("forged.json");
        Files.write(file, StrictJson.objectMapper().writeValueAsBytes(forged.signed(other.sign(forged.content()))));
        assertThat(verify(taken.lines(), file).text()).contains(INTACT);
        assertThat(verify(taken.lines(), file, "--key", taken.key()).text())
                .contains("another key")
                .doesNotContain(INTACT);
        for (String change : List.of("number", "position", "at", "previous", "heads")) {
            ObjectNode changed = json(text);
            change(changed, change);
            Files.writeString(file, changed.toString());
            assertThat(verify(taken.lines(), file).text())
                    .as(change)
                    .contains("BROKEN")
                    .doesNotContain(INTACT);
        }
        Files.writeString(file, "{}");
        assertThat(verify(taken.lines(), file).text()).contains("not signed");
        assertThat(verify(taken.lines(), directory.resolve("none.json")).code()).isEqualTo(1);
    }

    @Test
    void whoeverCallsItInAnotherWayIsToldHow() {
        for (List<String> arguments :
                List.of(List.<String>of(), List.of("one"), List.of("a", "b", "c"), List.of("a", "b", "--k", "d"))) {
            Said said = run(arguments, InputStream.nullInputStream());
            assertThat(said.code()).isEqualTo(2);
            assertThat(said.text()).startsWith("usage: verify");
        }
    }

    private Taken take() throws Exception {
        Desk desk = AuditTest.written();
        Response checkpoint = Api.as(Api.ADMIN).post(Checkpoints.PATH);
        Path file = directory.resolve("checkpoint.json");
        Files.write(file, checkpoint.asByteArray());
        List<String> lines = export(desk);
        assertThat(lines).hasSize(14);
        return new Taken(desk, lines, file, checkpoint.path("publicKey"));
    }

    private static List<String> export(Desk desk) {
        Response export =
                desk.request().accept("application/x-ndjson").get("/api/v1/projects/" + desk.project() + "/audit");
        assertThat(export.statusCode()).isEqualTo(200);
        assertThat(export.contentType()).startsWith("application/x-ndjson");
        return new String(export.asByteArray(), StandardCharsets.UTF_8).lines().toList();
    }

    private Said verify(List<String> lines, Path checkpoint, String... options) {
        List<String> arguments = new ArrayList<>(List.of("-", checkpoint.toString()));
        arguments.addAll(List.of(options));
        return run(arguments, new ByteArrayInputStream(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)));
    }

    private static Said run(List<String> arguments, InputStream in) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int code = Verify.run(arguments, in, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return new Said(code, bytes.toString(StandardCharsets.UTF_8));
    }

    private static void change(ObjectNode line, String member) {
        String name = member.substring(member.lastIndexOf('/') + 1);
        ObjectNode of = member.startsWith("/revision/") ? (ObjectNode) line.get("revision") : line;
        if (of.path(name).isNumber()) {
            of.put(name, of.get(name).asInt() + 1);
        } else if (name.equals("at")) {
            of.put(name, "2020-01-01T00:00:00Z");
        } else if (name.endsWith("256") || name.equals("previous") || name.equals("about")) {
            of.put(name, sha256(name));
        } else {
            of.put(name, of.path(name).asText() + "x");
        }
    }

    private static List<String> changed(List<String> lines, int at, Consumer<ObjectNode> change) {
        return edited(lines, edited -> {
            ObjectNode line = json(edited.get(at));
            change.accept(line);
            edited.set(at, line.toString());
        });
    }

    private static List<String> edited(List<String> lines, Consumer<List<String>> edit) {
        List<String> edited = new ArrayList<>(lines);
        edit.accept(edited);
        return edited;
    }

    private static ObjectNode json(String line) {
        try {
            return (ObjectNode) StrictJson.objectMapper().readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        return HexFormat.of().formatHex(CanonicalJson.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }
}

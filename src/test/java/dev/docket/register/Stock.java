package dev.docket.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.Api;
import dev.docket.Issuer;
import dev.docket.TestClock;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Documents with risks, approvals and days in four projects: two that everybody reads, one that the insider reads too, and
 * one that only the admin does. They were made, judged, edited and decided at any time of the last years.
 */
final class Stock {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> LEVELS = List.of("low", "medium", "high");
    private static final List<List<String>> LIVES = List.of(
            List.of(),
            List.of(),
            List.of("draft"),
            List.of("accepted"),
            List.of("accepted", "implemented"),
            List.of("accepted", "deprecated"),
            List.of("rejected"),
            List.of("withdrawn"));

    final String security = Api.unique("security");
    final String legal = Api.unique("legal");
    final List<String> owners = List.of(Api.unique("Ada Byron "), Api.unique("Öyvind "), Api.unique("x".repeat(80)));
    final List<String> open = List.of(Api.project(), Api.project());
    final String closed = Api.project(Map.of("visibility", "restricted"));
    final String secret = Api.project(Map.of("visibility", "restricted"));
    final List<String> projects = List.of(open.get(0), open.get(1), closed, secret);

    final String insiderName = Api.unique("insider");
    final String strangerName = Api.unique("stranger");
    final String insider;
    final String stranger = Api.principalToken(strangerName);
    final Map<String, Set<String>> hiddenFrom;

    /** Whatever {@code me} is asked as in which project, besides by name; parted by a blank. */
    final Map<String, Set<String>> held;

    /** In the order in which they were created. */
    final List<ObjectNode> documents = new ArrayList<>();

    private final String judge = Api.principalToken(Api.unique("judge"));
    private final Random random;

    Stock(Random random) {
        this.random = random;
        String group = Api.unique("group");
        insider = Issuer.token(insiderName, group);
        // The roles of all memberships add up; a policy role is of no use to who is no approver.
        Api.member(open.get(0), insiderName, List.of("reader"), List.of(security));
        Api.member(open.get(0), "group:" + group, List.of("author"), List.of(legal));
        Api.member(open.get(1), insiderName, List.of("author"), List.of(security));
        Api.member(open.get(1), "group:" + group, List.of("approver"), List.of());
        Api.member(closed, "group:" + group, List.of("approver"), List.of(legal));
        String judgeName = Api.as(judge).get("/api/v1/me").path("name");
        projects.forEach(project -> Api.member(project, judgeName, List.of("approver"), List.of(security, legal)));
        hiddenFrom = Map.of(Api.ADMIN, Set.of(), insider, Set.of(secret), stranger, Set.of(closed, secret));
        held = Map.of(insider, Set.of(open.get(1) + " " + security, closed + " " + legal));
    }

    /** Makes so many more. */
    Stock make(int count, TestClock clock) {
        for (int i = 0; i < count; i++) {
            clock.back();
            clock.forward(Duration.ofMinutes(-random.nextInt(400 * 24 * 60)));
            String kind = any(List.of("adr", "adr", "rfc"));
            String list = "/api/v1/projects/" + any(projects) + "/" + kind + "s";
            String path = list + "/" + made(list, kind);
            if (chance(0.5)) {
                judge(path);
            }
            if (chance(0.4)) {
                patch(path, Map.of("title", "Title " + random.nextInt()));
            }
            live(path, clock);
            documents.add(read(path));
        }
        clock.back();
        return this;
    }

    private int made(String list, String kind) {
        Response response = Api.as(Api.ADMIN)
                .contentType(ContentType.JSON)
                .body(body(kind).toString())
                .post(list);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
        return response.path("number");
    }

    private void judge(String path) {
        for (JsonNode approval : read(path).path("approvals")) {
            Api.as(judge)
                    .contentType(ContentType.JSON)
                    .header("If-Match", "*")
                    .body(Map.of(
                            "verdict",
                                    any(List.of("approved", "approved", "rejected", "changes-requested", "abstained")),
                            "revision", read(path).path("revision").asInt()))
                    .put(path + "/approvals/" + approval.path("id").asText() + "/verdict");
        }
    }

    static int patch(String path, Map<String, ?> patch) {
        return Api.as(Api.ADMIN)
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(patch)
                .patch(path)
                .statusCode();
    }

    private void live(String path, TestClock clock) {
        for (String to : any(LIVES)) {
            clock.forward(Duration.ofHours(random.nextInt(500)));
            int status = Api.as(Api.ADMIN)
                    .contentType(ContentType.JSON)
                    .header("If-Match", "*")
                    .body(Map.of("to", to, "comment", "because"))
                    .post(path + "/transitions")
                    .statusCode();
            if (status == 409) {
                return; // it is a draft, or somebody objects
            }
            assertThat(status).isEqualTo(200);
        }
    }

    static ObjectNode read(String path) {
        return (ObjectNode) tree(Api.as(Api.ADMIN).get(path));
    }

    static JsonNode tree(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        try {
            return JSON.readTree(response.asByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode body(String kind) {
        ObjectNode document = JSON.createObjectNode().put("title", "Title " + random.nextInt());
        if (chance(0.85)) {
            if (kind.equals("adr")) {
                document.putObject("context").put("problem", "It is slow.");
                document.putObject("decision").put("rationale", "It hurts.");
            } else {
                document.put("summary", "Replace it.").putObject("motivation").put("why", "It hurts.");
            }
        }
        if (chance(0.7)) {
            document.put("reviewOn", day(400));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            document.withArray("risks").add(risk());
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            document.withArray("approvals").add(approval());
        }
        return document;
    }

    private ObjectNode risk() {
        ObjectNode risk = JSON.createObjectNode().put("description", "Risk “" + random.nextInt() + "”");
        rate(risk, "likelihood");
        rate(risk, "impact");
        if (chance(0.7)) {
            String owner = any(owners);
            risk.put("owner", chance(0.5) ? owner : " " + owner.toUpperCase(java.util.Locale.ROOT));
        }
        return risk.put("state", any(List.of("open", "open", "mitigated", "accepted", "closed")));
    }

    private void rate(ObjectNode risk, String name) {
        if (chance(0.8)) {
            risk.putObject(name).put("level", any(LEVELS)).put("text", "as far as we know");
        } else if (chance(0.5)) {
            risk.putObject(name).put("text", "unclear");
        }
    }

    private ObjectNode approval() {
        ObjectNode approval = JSON.createObjectNode();
        boolean named = chance(0.4);
        if (named) {
            approval.put("approver", any(List.of(insiderName, strangerName, "admin")));
        }
        if (!named || chance(0.3)) {
            approval.put("role", any(List.of(security, legal)));
        }
        return chance(0.5) ? approval.put("dueOn", day(200)) : approval;
    }

    /** So many days from today at most, before or after. */
    String day(int days) {
        return LocalDate.now(ZoneOffset.UTC)
                .plusDays(random.nextInt(2 * days) - (long) days)
                .toString();
    }

    boolean chance(double chance) {
        return random.nextDouble() < chance;
    }

    <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}

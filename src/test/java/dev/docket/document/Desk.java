package dev.docket.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.Api;
import dev.docket.document.content.Kind;
import dev.docket.document.content.Status;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;

/** One principal at work in one project: the requests of the document tests, each in a line. */
public final class Desk {

    static final ObjectMapper JSON = new ObjectMapper();

    final String principal;
    final String project;
    private final String token;

    private Desk(String principal, String project, String token) {
        this.principal = principal;
        this.project = project;
        this.token = token;
    }

    /** The maintainer of a new project that has no rules of its own. */
    public static Desk ofNewProject() {
        String project = Api.project();
        return of("maintainer-of-" + project, project, List.of("maintainer"), List.of());
    }

    /** A new member of the project. */
    public static Desk of(String principal, String project, List<String> roles, List<String> policyRoles) {
        String token = Api.principalToken(principal);
        Api.member(project, principal, roles, policyRoles);
        return new Desk(principal, project, token);
    }

    /** Another member of the same project. */
    public Desk colleague(String name, List<String> roles, String... policyRoles) {
        return of(name + "-of-" + project, project, roles, List.of(policyRoles));
    }

    public RequestSpecification request() {
        return Api.as(token);
    }

    /** What its requests carry in {@code Authorization}, for those made by hand. */
    String authorization() {
        return "Bearer " + token;
    }

    public String project() {
        return project;
    }

    public String principal() {
        return principal;
    }

    /** The status that the move got. */
    public int moved(Kind kind, int number, String to) {
        return move(kind, number, Map.of("to", to)).statusCode();
    }

    /** The status that an edit of the title got. */
    public int retitled(Kind kind, int number, String title) {
        return patch(kind, number, tag(kind, number), Map.of("title", title)).statusCode();
    }

    String path(Kind kind) {
        return "/api/v1/projects/" + project + "/" + kind.path();
    }

    String path(Kind kind, int number) {
        return path(kind) + "/" + number;
    }

    public Response create(Kind kind, Object body) {
        return request().contentType(ContentType.JSON).body(bytes(body)).post(path(kind));
    }

    /** A new document, by its number. */
    public int created(Kind kind, Object body) {
        Response response = create(kind, body);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
        return response.path("number");
    }

    /** An ADR or an RFC that lacks nothing for acceptance. */
    public static Map<String, Object> complete(Kind kind) {
        return kind == Kind.ADR
                ? Map.of(
                        "title", "Partition the ledger",
                        "context", Map.of("problem", "Closing a month takes hours."),
                        "decision", Map.of("rationale", "Closing is what hurts."))
                : Map.of(
                        "title", "Instant payouts",
                        "summary", "Pay at once.",
                        "motivation", Map.of("why", "Merchants wait."));
    }

    public ObjectNode read(Kind kind, int number) {
        return tree(request().get(path(kind, number)));
    }

    static ObjectNode tree(Response response) {
        try {
            return (ObjectNode) JSON.readTree(response.asByteArray());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    String tag(Kind kind, int number) {
        return request().get(path(kind, number)).header("ETag");
    }

    /** The status that an edit of an ADR got. */
    public int patch(int number, Object patch) {
        return patch(Kind.ADR, number, tag(Kind.ADR, number), patch).statusCode();
    }

    Response patch(Kind kind, int number, String tag, Object patch) {
        return request()
                .contentType("application/merge-patch+json")
                .header("If-Match", tag)
                .body(bytes(patch))
                .patch(path(kind, number));
    }

    Response move(Kind kind, int number, Map<String, ?> request) {
        return move(kind, number, tag(kind, number), request);
    }

    Response move(Kind kind, int number, String tag, Map<String, ?> request) {
        return request()
                .contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body(bytes(request))
                .post(path(kind, number) + "/transitions");
    }

    public Response accept(Kind kind, int number) {
        return move(kind, number, Map.of("to", "accepted"));
    }

    Response ask(Kind kind, int number, Map<String, ?> request) {
        return request().contentType(ContentType.JSON).body(bytes(request)).post(path(kind, number) + "/approvals");
    }

    /** Judges the present revision. */
    Response judge(Kind kind, int number, String approval, String verdict) {
        ObjectNode document = read(kind, number);
        return judge(
                kind,
                number,
                approval,
                Map.of("verdict", verdict, "revision", document.get("revision").asInt()));
    }

    Response judge(Kind kind, int number, String approval, Map<String, ?> verdict) {
        String path = path(kind, number) + "/approvals/" + approval;
        String tag = request().get(path).header("ETag");
        return request()
                .contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body(bytes(verdict))
                .put(path + "/verdict");
    }

    /** Has a colleague approve what the policy asks of the document. */
    void judgeAs(Desk approver, Kind kind, int number) {
        Response response = approver.judge(kind, number, approvalOf(kind, number, "security"), "approved");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
    }

    /** The id of the first approval that asks the role. */
    String approvalOf(Kind kind, int number, String role) {
        for (JsonNode approval : read(kind, number).path("approvals")) {
            if (role.equals(approval.path("role").asText())
                    && !approval.path("state").asText().equals("closed")) {
                return approval.get("id").asText();
            }
        }
        throw new AssertionError("nobody asked " + role);
    }

    void rules(Kind kind, Map<String, ?> rules) {
        Api.policy(project, Map.of(kind.json(), rules));
    }

    /** A document that was brought to the status the way a user would. */
    int inStatus(Kind kind, Status status) {
        if (status == Status.DRAFT) {
            return created(kind, with(complete(kind), "status", "draft"));
        }
        int number = created(kind, complete(kind));
        bring(kind, number, status);
        return number;
    }

    /** Brings a proposed document to the status the way a maintainer would. */
    void bring(Kind kind, int number, Status status) {
        Map<String, Object> reason = Map.of("comment", "because");
        switch (status) {
            case ACCEPTED -> moved(kind, number, Map.of("to", "accepted"));
            case REJECTED -> moved(kind, number, with(reason, "to", "rejected"));
            case WITHDRAWN -> moved(kind, number, with(reason, "to", "withdrawn"));
            case IMPLEMENTED -> {
                moved(kind, number, Map.of("to", "accepted"));
                moved(kind, number, Map.of("to", "implemented"));
            }
            case DEPRECATED -> {
                moved(kind, number, Map.of("to", "accepted"));
                moved(kind, number, with(reason, "to", "deprecated"));
            }
            case SUPERSEDED -> {
                moved(kind, number, Map.of("to", "accepted"));
                int by = inStatus(kind, Status.ACCEPTED);
                moved(kind, number, Map.of("to", "superseded", "by", ref(kind, by)));
            }
            case DRAFT -> moved(kind, number, Map.of("to", "draft"));
            default -> assertThat(status).isEqualTo(Status.PROPOSED);
        }
    }

    static String ref(Kind kind, int number) {
        return "%s-%04d".formatted(kind.prefix(), number);
    }

    private void moved(Kind kind, int number, Map<String, ?> request) {
        Response response = move(kind, number, request);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
    }

    static Map<String, Object> with(Map<String, ?> map, String key, Object value) {
        Map<String, Object> more = new java.util.LinkedHashMap<>(map);
        more.put(key, value);
        return more;
    }

    /** UTF-8, whatever the media type: the client would take the character set of some to be another. */
    static byte[] bytes(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

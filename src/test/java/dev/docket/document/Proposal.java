package dev.docket.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.Api;
import dev.docket.document.content.Kind;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;

/** An ADR of an author, in a project of its own, that security has to approve. */
final class Proposal {

    static final Kind ADR = Kind.ADR;
    static final String JSON = "application/json";

    final Desk maintainer;
    final Desk author;
    final Desk security;
    final int number;

    Proposal() {
        String project = Api.project(Map.of("policy", Map.of("adr", Map.of("requiredRoles", List.of("security")))));
        maintainer = Desk.of("maintainer-of-" + project, project, List.of("maintainer"), List.of());
        author = maintainer.colleague("author", List.of("author", "approver"), "security");
        security = maintainer.colleague("security", List.of("approver"), "security");
        Map<String, Object> document =
                Desk.with(Desk.complete(ADR), "options", List.of(Map.of("id", "one", "name", "One")));
        number = author.created(
                ADR, Desk.with(document, "decision", Map.of("chosen", "one", "rationale", "It is the only one.")));
    }

    String project() {
        return maintainer.project();
    }

    String path() {
        return maintainer.path(ADR, number);
    }

    String approval() {
        return maintainer.approvalOf(ADR, number, "security");
    }

    void approve(Desk by) {
        status(200, by.judge(ADR, number, approval(), "approved"));
    }

    Response verdict(Desk by, String verdict) {
        return by.judge(ADR, number, approval(), verdict);
    }

    void edit(Map<String, ?> patch) {
        status(200, author.patch(ADR, number, author.tag(ADR, number), patch));
    }

    void edit() {
        edit(Map.of("context", Map.of("problem", "Another one since " + author.tag(ADR, number))));
    }

    void move(Desk by, String to) {
        status(200, by.move(ADR, number, Map.of("to", to)));
    }

    /** The id of a request by the author. */
    String ask(Map<String, ?> request) {
        Response asked = author.ask(ADR, number, request);
        status(201, asked);
        return asked.path("id");
    }

    /** With all approvals approved, and nothing else changed. */
    ObjectNode withApprovals() {
        ObjectNode document = author.read(ADR, number);
        for (var approval : (ArrayNode) document.get("approvals")) {
            ((ObjectNode) approval).put("state", "approved").put("decidedBy", security.principal());
        }
        return document;
    }

    void put(int expected, Object document) {
        status(
                expected,
                author.request()
                        .contentType(JSON)
                        .header("If-Match", "*")
                        .body(Desk.bytes(document))
                        .put(path()));
    }

    void jsonPatch(int expected, String patch) {
        status(
                expected,
                author.request()
                        .contentType("application/json-patch+json")
                        .header("If-Match", "*")
                        .body(patch)
                        .patch(path()));
    }

    int withdraw(Desk by, String approval) {
        return by.request()
                .header("If-Match", "*")
                .delete(path() + "/approvals/" + approval)
                .statusCode();
    }

    /** The verdict with a token, as the one that it stands for. */
    Response approveWith(String token) {
        return Api.as(token)
                .contentType(JSON)
                .header("If-Match", "*")
                .body(Map.of("verdict", "approved", "revision", 1))
                .put(path() + "/approvals/" + approval() + "/verdict");
    }

    static void status(int expected, Response response) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(expected);
    }
}

package dev.docket.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.Api;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Asks the registers at random, and looks at every document. */
final class Comparison {

    private static final List<String> STATUSES = List.of(
            "draft", "proposed", "accepted", "rejected", "implemented", "deprecated", "superseded", "withdrawn");
    private static final List<String> PROGRESS =
            List.of("pending", "stale", "approved", "rejected", "changes-requested", "abstained", "closed");

    private final Random random;
    private final Stock stock;
    private final PlainRegisters plain;

    Comparison(Random random, Stock stock) {
        this.random = random;
        this.stock = stock;
        this.plain = new PlainRegisters(stock);
    }

    void risks() {
        Map<String, List<String>> question = question();
        put(question, 0.4, "state", List.of("open", "mitigated", "accepted", "closed"));
        put(question, 0.3, "likelihood", List.of("low", "medium", "high"));
        put(question, 0.3, "impact", List.of("low", "medium", "high"));
        put(question, 0.3, "owner", stock.owners);
        put(question, 0.3, "status", STATUSES);
        put(question, 0.2, "inForce", List.of("true"));
        String caller = caller();
        boolean ours = question.containsKey("project") || question.containsKey("owner");
        same("/api/v1/risks", caller, question, ours, plain.risks(question, caller));
    }

    void approvals() {
        Map<String, List<String>> question = question();
        put(question, 0.3, "role", List.of(stock.security, stock.legal));
        put(question, 0.4, "state", PROGRESS);
        if (stock.chance(0.5)) {
            question.put(
                    "approver", List.of(stock.any(List.of("me", "me", "me", stock.insiderName, stock.strangerName))));
        }
        if (stock.chance(0.4)) {
            question.put("overdue", List.of(Boolean.toString(stock.chance(0.7))));
        }
        String caller = caller();
        String name = Api.as(caller).get("/api/v1/me").path("name");
        boolean ours = question.size() > (question.containsKey("kind") ? 1 : 0);
        same("/api/v1/approvals", caller, question, ours, plain.approvals(question, caller, name));
    }

    void reviews() {
        Map<String, List<String>> question = question();
        put(question, 0.4, "reason", List.of("review", "decision"));
        if (stock.chance(0.4)) {
            question.put("before", List.of(stock.day(500)));
        }
        if (stock.chance(0.4)) {
            question.put("proposedDays", List.of(Integer.toString(random.nextInt(300))));
        }
        String caller = caller();
        same("/api/v1/reviews", caller, question, question.containsKey("project"), plain.reviews(question, caller));
    }

    private String caller() {
        return stock.any(List.of(Api.ADMIN, stock.insider, stock.stranger));
    }

    private Map<String, List<String>> question() {
        Map<String, List<String>> question = new TreeMap<>();
        put(question, 0.6, "project", stock.projects);
        put(question, 0.2, "kind", List.of("adr", "rfc"));
        return question;
    }

    private void put(Map<String, List<String>> question, double chance, String name, List<String> from) {
        if (stock.chance(chance)) {
            List<String> some = new ArrayList<>(from);
            Collections.shuffle(some, random);
            question.put(name, some.subList(0, 1 + random.nextInt(Math.min(2, some.size()))));
        }
    }

    /** @param ours whether the question is about documents of this test only; else there may be many of others */
    private void same(
            String register, String caller, Map<String, List<String>> question, boolean ours, List<JsonNode> expected) {
        int limit = ours ? 2 + random.nextInt(20) : 200;
        String name = register + " " + question + " limit " + limit;
        List<JsonNode> found = new ArrayList<>();
        String cursor = null;
        do {
            Response page = ask(register, caller, question, limit, cursor);
            JsonNode items = Stock.tree(page).path("items");
            assertThat(items.size()).as(name).isLessThanOrEqualTo(limit);
            items.forEach(found::add);
            cursor = page.path("nextCursor");
            assertThat(page.headers().hasHeaderWithName("Link")).as(name).isEqualTo(cursor != null);
        } while (cursor != null);
        found.removeIf(
                entry -> !stock.projects.contains(entry.at("/document/project").asText()));
        assertThat(found).as(name).containsExactlyElementsOf(expected);
    }

    private static Response ask(
            String register, String caller, Map<String, List<String>> question, int limit, @Nullable String cursor) {
        RequestSpecification request = Api.as(caller).queryParam("limit", limit);
        question.forEach((name, values) -> request.queryParam(name, values.toArray()));
        if (cursor != null) {
            request.queryParam("cursor", cursor);
        }
        return request.get(register);
    }
}

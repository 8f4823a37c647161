package dev.docket.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What the registers have to answer, found out by looking at every document. */
final class PlainRegisters {

    private static final Set<String> IN_FORCE = Set.of("accepted", "implemented");
    private static final List<String> LEVELS = List.of("", "low", "medium", "high");

    private final Stock stock;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    PlainRegisters(Stock stock) {
        this.stock = stock;
    }

    /** An entry, and what it is sorted by. */
    private record Found(int age, String id, Object key, ObjectNode entry) {}

    List<JsonNode> risks(Map<String, List<String>> question, String caller) {
        List<Found> found = new ArrayList<>();
        for (ObjectNode document : visible(question, caller)) {
            for (JsonNode risk : document.path("risks")) {
                if (matches(question, document, risk)) {
                    ObjectNode entry = entry(document);
                    entry.set("risk", risk);
                    found.add(found(document, risk, grade(risk), entry));
                }
            }
        }
        found.sort(Comparator.<Found, Integer>comparing(each -> (Integer) each.key())
                .thenComparing(Found::age)
                .thenComparing(Found::id)
                .reversed());
        return entries(found);
    }

    private static boolean matches(Map<String, List<String>> question, ObjectNode document, JsonNode risk) {
        String status = document.path("status").asText();
        return asked(question, "state", risk.path("state").asText())
                && asked(question, "likelihood", risk.at("/likelihood/level").asText())
                && asked(question, "impact", risk.at("/impact/level").asText())
                && asked(question, "status", status)
                && asked(question, "inForce", Boolean.toString(IN_FORCE.contains(status)))
                && (!question.containsKey("owner")
                        || question.get("owner").stream()
                                .map(PlainRegisters::plain)
                                .toList()
                                .contains(plain(risk.path("owner").asText("?"))));
    }

    private static Integer grade(JsonNode risk) {
        int likelihood = LEVELS.indexOf(risk.at("/likelihood/level").asText());
        int impact = LEVELS.indexOf(risk.at("/impact/level").asText());
        return risk.path("severity").asInt(0) * 100 + impact * 10 + likelihood;
    }

    List<JsonNode> approvals(Map<String, List<String>> question, String caller, String name) {
        boolean overdue = question.getOrDefault("overdue", List.of("")).get(0).equals("true");
        List<Found> found = new ArrayList<>();
        for (ObjectNode document : visible(question, caller)) {
            for (JsonNode approval : document.path("approvals")) {
                String progress = approval.path("stale").asBoolean()
                        ? "stale"
                        : approval.path("state").asText();
                boolean waits = List.of("pending", "stale").contains(progress);
                boolean late = waits && approval.path("dueOn").asText("9999").compareTo(today.toString()) < 0;
                if ((!waits || document.path("status").asText().equals("proposed"))
                        && (question.containsKey("state") ? asked(question, "state", progress) : waits)
                        && asked(question, "overdue", Boolean.toString(late))
                        && asked(question, "role", approval.path("role").asText())
                        && asksFor(question, document, approval, caller, name)) {
                    ObjectNode entry = entry(document);
                    entry.set("approval", approval);
                    Object key = overdue
                            ? approval.path("dueOn").asText()
                            : Instant.parse(approval.path("requestedAt").asText());
                    found.add(found(document, approval, key, entry.put("overdue", late)));
                }
            }
        }
        Function<Found, Comparable<Object>> key = each -> comparable(each.key());
        found.sort(Comparator.comparing(key).thenComparing(Found::age).thenComparing(Found::id));
        return entries(found);
    }

    private boolean asksFor(
            Map<String, List<String>> question, ObjectNode document, JsonNode approval, String caller, String name) {
        String approver = question.getOrDefault("approver", List.of("")).get(0);
        if (!approver.equals("me")) {
            return approver.isEmpty()
                    || approver.equals(approval.path("approver").asText());
        }
        String held =
                document.path("project").asText() + " " + approval.path("role").asText();
        return approval.has("approver")
                ? approval.path("approver").asText().equals(name)
                : stock.held.getOrDefault(caller, Set.of()).contains(held);
    }

    List<JsonNode> reviews(Map<String, List<String>> question, String caller) {
        LocalDate before = question.containsKey("before")
                ? LocalDate.parse(question.get("before").get(0))
                : today.plusDays(1);
        int days = Integer.parseInt(
                question.getOrDefault("proposedDays", List.of("14")).get(0));
        List<Found> found = new ArrayList<>();
        for (ObjectNode document : visible(question, caller)) {
            boolean proposed = document.path("status").asText().equals("proposed");
            boolean inForce = IN_FORCE.contains(document.path("status").asText()) && document.has("reviewOn");
            String reason = proposed ? "decision" : "review";
            if ((proposed || inForce) && asked(question, "reason", reason)) {
                LocalDate due = proposed
                        ? LocalDate.parse(document.path("date").asText()).plusDays(days)
                        : LocalDate.parse(document.path("reviewOn").asText());
                if (due.isBefore(before)) {
                    ObjectNode entry = entry(document)
                            .put("reason", reason)
                            .put("dueOn", due.toString())
                            .put("overdueDays", (int) ChronoUnit.DAYS.between(due, today));
                    found.add(found(document, document, due, entry));
                }
            }
        }
        Function<Found, Comparable<Object>> key = each -> comparable(each.key());
        found.sort(Comparator.comparing(key).thenComparing(Found::age));
        return entries(found);
    }

    private List<ObjectNode> visible(Map<String, List<String>> question, String caller) {
        return stock.documents.stream()
                .filter(document -> !stock.hiddenFrom
                        .getOrDefault(caller, Set.of())
                        .contains(document.path("project").asText()))
                .filter(document ->
                        asked(question, "project", document.path("project").asText()))
                .filter(document ->
                        asked(question, "kind", document.path("kind").asText()))
                .toList();
    }

    private static boolean asked(Map<String, List<String>> question, String name, String value) {
        return !question.containsKey(name) || question.get(name).contains(value);
    }

    private static String plain(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private Found found(ObjectNode document, JsonNode part, Object key, ObjectNode entry) {
        return new Found(stock.documents.indexOf(document), part.path("id").asText(), key, entry);
    }

    private static ObjectNode entry(ObjectNode document) {
        ObjectNode entry = Stock.JSON.createObjectNode();
        entry.putObject("document")
                .put("project", document.path("project").asText())
                .put("kind", document.path("kind").asText())
                .put("number", document.path("number").asInt())
                .put("ref", document.path("ref").asText())
                .put("title", document.path("title").asText())
                .put("status", document.path("status").asText())
                .put("href", path(document));
        return entry;
    }

    /** The path of a document. */
    static String path(JsonNode document) {
        return "/api/v1/projects/" + document.path("project").asText() + "/"
                + document.path("kind").asText() + "s/"
                + document.path("number").asText();
    }

    @SuppressWarnings("unchecked")
    private static Comparable<Object> comparable(Object key) {
        return (Comparable<Object>) key;
    }

    private static List<JsonNode> entries(List<Found> found) {
        return found.stream().map(Found::entry).map(JsonNode.class::cast).toList();
    }
}

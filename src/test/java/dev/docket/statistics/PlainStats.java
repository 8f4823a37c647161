package dev.docket.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The statistics that looking at every document gives: in memory, by the simplest means. */
final class PlainStats {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> STATUSES = List.of(
            "draft", "proposed", "accepted", "rejected", "implemented", "deprecated", "superseded", "withdrawn");

    private final List<ObjectNode> documents;
    private final List<ObjectNode> verdicts;

    /**
     * @param documents as they are served
     * @param verdicts approvals as they are served after each verdict, with a {@code project}
     */
    PlainStats(List<ObjectNode> documents, List<ObjectNode> verdicts) {
        this.documents = documents;
        this.verdicts = verdicts;
    }

    ObjectNode of(YearMonth from, YearMonth to, LocalDate today) {
        ObjectNode stats = JSON.createObjectNode();
        stats.put("from", from.toString()).put("to", to.toString());
        stats.putArray("months");
        for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            for (String kind : List.of("adr", "rfc")) {
                YearMonth each = month;
                ObjectNode entry = stats.withArray("months").addObject();
                entry.put("month", month.toString()).put("kind", kind);
                entry.set("documents", counts(kind, start(month.plusMonths(1))));
                entry.set("decided", decided(kind, at -> YearMonth.from(day(at)).equals(each)));
            }
        }
        Predicate<Instant> within = at -> !at.isBefore(start(from)) && at.isBefore(start(to.plusMonths(1)));
        stats.putArray("decided");
        for (String kind : List.of("adr", "rfc")) {
            stats.withArray("decided").addObject().put("kind", kind).set("decided", decided(kind, within));
        }
        stats.set("approvals", approvals(within));
        stats.set("openProposals", open(today));
        return read(stats);
    }

    private ObjectNode counts(String kind, Instant end) {
        Map<String, Integer> counts = new TreeMap<>();
        for (ObjectNode document : documents) {
            String status = "";
            for (JsonNode entry : document.path("record")) {
                if (Instant.parse(entry.path("at").asText()).isBefore(end)) {
                    status = entry.path("to").asText();
                }
            }
            if (document.path("kind").asText().equals(kind)) {
                counts.merge(status, 1, Integer::sum);
            }
        }
        ObjectNode all = JSON.createObjectNode();
        STATUSES.forEach(status -> all.put(status, counts.getOrDefault(status, 0)));
        return all;
    }

    private ObjectNode decided(String kind, Predicate<Instant> when) {
        int accepted = 0;
        int rejected = 0;
        List<Long> times = new ArrayList<>();
        for (ObjectNode document : documents) {
            Instant proposed = null;
            for (JsonNode entry : document.path("record")) {
                Instant at = Instant.parse(entry.path("at").asText());
                String to = entry.path("to").asText();
                proposed = proposed == null && to.equals("proposed") ? at : proposed;
                boolean decision = to.equals("accepted") || to.equals("rejected");
                if (decision
                        && proposed != null
                        && when.test(at)
                        && document.path("kind").asText().equals(kind)) {
                    accepted += to.equals("accepted") ? 1 : 0;
                    rejected += to.equals("rejected") ? 1 : 0;
                    times.add(Duration.between(proposed, at).toSeconds());
                }
            }
        }
        ObjectNode decided = JSON.createObjectNode().put("accepted", accepted).put("rejected", rejected);
        if (accepted + rejected > 0) {
            decided.put("acceptanceRate", Math.round(1000.0 * accepted / (accepted + rejected)) / 1000.0);
        }
        decided.set("leadTime", times(times));
        return decided;
    }

    private JsonNode approvals(Predicate<Instant> when) {
        Map<String, List<Long>> byRole = new TreeMap<>();
        for (ObjectNode verdict : verdicts) {
            Instant at = Instant.parse(verdict.path("decidedAt").asText());
            if (when.test(at)) {
                Instant asked = Instant.parse(verdict.path("requestedAt").asText());
                byRole.computeIfAbsent(verdict.path("role").asText(), none -> new ArrayList<>())
                        .add(Duration.between(asked, at).toSeconds());
            }
        }
        List<ObjectNode> roles = new ArrayList<>();
        byRole.forEach((role, times) -> {
            ObjectNode latency = JSON.createObjectNode();
            if (!role.isEmpty()) {
                latency.put("role", role);
            }
            latency.set("latency", times(times));
            roles.add(latency);
        });
        roles.sort((a, b) ->
                b.at("/latency/count").asInt() - a.at("/latency/count").asInt());
        return JSON.valueToTree(roles);
    }

    private ObjectNode open(LocalDate today) {
        List<Long> days = documents.stream()
                .filter(document -> document.path("status").asText().equals("proposed"))
                .map(document -> today.toEpochDay()
                        - LocalDate.parse(document.path("date").asText()).toEpochDay())
                .sorted()
                .toList();
        ObjectNode open = JSON.createObjectNode().put("count", days.size());
        if (!days.isEmpty()) {
            open.put("medianDays", rank(days, 0.5))
                    .put("p90Days", rank(days, 0.9))
                    .put("oldestDays", rank(days, 1));
        }
        return open;
    }

    private static ObjectNode times(List<Long> unsorted) {
        List<Long> times = unsorted.stream().sorted().toList();
        ObjectNode node = JSON.createObjectNode().put("count", times.size());
        return times.isEmpty()
                ? node
                : node.put("medianSeconds", rank(times, 0.5)).put("p90Seconds", rank(times, 0.9));
    }

    /** The smallest that so large a part is not above. */
    private static long rank(List<Long> sorted, double part) {
        for (int i = 0; i < sorted.size(); i++) {
            if (i + 1 >= part * sorted.size() - 1e-9) {
                return sorted.get(i);
            }
        }
        throw new AssertionError("there is always one");
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /** With the types that numbers have when they are read. */
    private static ObjectNode read(ObjectNode node) {
        try {
            return (ObjectNode) JSON.readTree(node.toString());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

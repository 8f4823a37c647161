package dev.docket.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a list has to answer, found out by looking at every document. */
final class PlainAnswer {

    private static final Set<String> IN_FORCE = Set.of("accepted", "implemented");
    private static final Set<String> OPEN = Set.of("draft", "proposed");

    private final Holdings holdings;

    PlainAnswer(Holdings holdings) {
        this.holdings = holdings;
    }

    /** The documents in order. */
    List<ObjectNode> to(Map<String, List<String>> question, String caller) {
        List<ObjectNode> found = new ArrayList<>(holdings.documents.stream()
                .filter(document -> !holdings.hiddenFrom
                        .getOrDefault(caller, Set.of())
                        .contains(document.path("project").asText()))
                .filter(document -> question.entrySet().stream()
                        .allMatch(asked -> matches(document, asked.getKey(), asked.getValue())))
                .toList());
        sort(found, question.getOrDefault("sort", List.of(usual(question))).get(0));
        return found;
    }

    static String usual(Map<String, List<String>> question) {
        if (question.containsKey("q")) {
            return "relevance";
        }
        if (question.containsKey("reviewBefore")) {
            return "review";
        }
        if (question.containsKey("updatedSince")) {
            return "-updated";
        }
        return question.containsKey("decidedFrom") || question.containsKey("decidedTo") ? "-decided" : "-number";
    }

    private static boolean matches(ObjectNode document, String name, List<String> values) {
        String status = document.path("status").asText();
        String value = values.get(0);
        return switch (name) {
            case "project", "kind", "status" ->
                values.contains(document.path(name).asText());
            case "inForce" -> IN_FORCE.contains(status) == Boolean.parseBoolean(value);
            case "tag" -> any(values, texts(document.path("tags")));
            case "component" -> any(values, texts(document.path("components")));
            case "decider" -> anyName(values, texts(document.path("deciders")).stream());
            case "author" -> anyName(values, authors(document));
            case "ref" -> values.stream().anyMatch(ref -> isCalled(document, ref));
            case "updatedSince" ->
                !Instant.parse(document.path("updatedAt").asText())
                        .isBefore(OffsetDateTime.parse(value).toInstant());
            case "decidedFrom" ->
                !OPEN.contains(status) && document.path("date").asText().compareTo(value) >= 0;
            case "decidedTo" ->
                !OPEN.contains(status) && document.path("date").asText().compareTo(value) <= 0;
            case "reviewBefore" ->
                document.has("reviewOn") && document.path("reviewOn").asText().compareTo(value) < 0;
            case "q" -> isFoundBy(Holdings.text(document).toLowerCase(Locale.ROOT), value);
            default -> true;
        };
    }

    private static boolean isFoundBy(String text, String words) {
        if (words.contains(" or ")) {
            return Arrays.stream(words.split(" or ", -1)).anyMatch(each -> isFoundBy(text, each));
        }
        return Arrays.stream(words.split(" ", -1))
                .allMatch(word -> word.startsWith("-") != text.contains(word.replaceFirst("^-", "")));
    }

    private static boolean isCalled(ObjectNode document, String ref) {
        String[] parts = ref.split("/", -1);
        String name = parts[parts.length - 1];
        String number = name.replaceFirst("^\\D+", "").replaceFirst("^0+", "");
        String prefix = name.replaceFirst("-?\\d+$", "").toLowerCase(Locale.ROOT);
        return document.path("number").asText().equals(number)
                && (prefix.isEmpty() || document.path("kind").asText().equals(prefix))
                && (parts.length == 1 || document.path("project").asText().equals(parts[0]));
    }

    private static Stream<String> authors(ObjectNode document) {
        String text = document.path("author").asText();
        return Stream.concat(Stream.of(document.path("createdBy").asText(), text), Arrays.stream(text.split(",", -1)));
    }

    private static boolean anyName(List<String> values, Stream<String> names) {
        List<String> plain = names.map(PlainAnswer::plain).toList();
        return values.stream().anyMatch(value -> plain.contains(plain(value)));
    }

    private static String plain(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private static boolean any(List<String> values, List<String> among) {
        return !Collections.disjoint(values, among);
    }

    static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private void sort(List<ObjectNode> found, String sort) {
        Comparator<ObjectNode> age = Comparator.comparingInt(holdings.documents::indexOf);
        Comparator<ObjectNode> order = switch (sort.replaceFirst("^-", "")) {
            case "updated" ->
                by(document -> Instant.parse(document.path("updatedAt").asText()));
            case "decided" -> by(document -> document.path("date").asText());
            case "review" -> by(document -> document.path("reviewOn").asText());
            case "title" ->
                Comparator.comparing(document -> titleKey(document.path("title").asText()), Arrays::compare);
            default -> by(document -> document.path("number").asInt());
        };
        Comparator<ObjectNode> whole = order.thenComparing(age);
        found.sort(sort.startsWith("-") ? whole.reversed() : whole);
    }

    private static <T extends Comparable<T>> Comparator<ObjectNode> by(Function<ObjectNode, T> key) {
        return Comparator.comparing(key);
    }

    private static int[] titleKey(String title) {
        return title.codePoints()
                .map(each -> each < 128 ? Character.toLowerCase(each) : each)
                .limit(100)
                .toArray();
    }

    /** How often each value of the member is there. */
    static Map<String, Integer> counts(List<ObjectNode> documents, String member) {
        Map<String, Integer> counts = new TreeMap<>();
        for (ObjectNode document : documents) {
            JsonNode value = document.path(member);
            (value.isArray() ? texts(value) : List.of(value.asText()))
                    .forEach(each -> counts.merge(each, 1, Integer::sum));
        }
        return counts;
    }
}

package dev.docket.markdown;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.markdown.source.Words;
import java.util.HashMap;
import java.util.Map;

/** Words given and taken, to see that none is lost. */
final class WordCount {

    private final Map<String, Integer> counts = new HashMap<>();

    void add(String text, int sign) {
        Words.count(text).forEach((word, count) -> counts.merge(word, sign * count, Integer::sum));
    }

    /** The words of all values. */
    void add(JsonNode node, int sign) {
        if (node.isValueNode()) {
            add(node.asText(), sign);
        }
        node.forEach(each -> add(each, sign));
    }

    /** Gives the words of what was there and takes those of what is there now; what did not change costs a comparison. */
    void change(JsonNode before, JsonNode now) {
        if (before.isObject() && now.isObject()) {
            before.properties().forEach(member -> change(member.getValue(), now.path(member.getKey())));
            now.properties().stream()
                    .filter(member -> !before.has(member.getKey()))
                    .forEach(member -> add(member.getValue(), -1));
        } else if (!before.equals(now)) {
            add(before, 1);
            add(now, -1);
        }
    }

    WordCount with(String text) {
        add(text, 1);
        return this;
    }

    boolean nothingLeft() {
        return counts.values().stream().allMatch(count -> count <= 0);
    }

    /** The words that are left, and how often. */
    Map<String, Integer> left() {
        Map<String, Integer> left = new HashMap<>(counts);
        left.values().removeIf(count -> count <= 0);
        return left;
    }
}

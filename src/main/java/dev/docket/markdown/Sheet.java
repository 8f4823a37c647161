package dev.docket.markdown;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a reading has found so far: members by pointer, and the words that were only labels. */
final class Sheet {

    private ObjectNode content;
    private List<String> labels;
    private Map<String, String> numbers;

    Sheet() {
        this(JsonNodeFactory.instance.objectNode(), new ArrayList<>(), new HashMap<>());
    }

    private Sheet(ObjectNode content, List<String> labels, Map<String, String> numbers) {
        this.content = content;
        this.labels = labels;
        this.numbers = numbers;
    }

    ObjectNode content() {
        return content;
    }

    List<String> labels() {
        return labels;
    }

    Sheet copy() {
        return new Sheet(content.deepCopy(), new ArrayList<>(labels), new HashMap<>(numbers));
    }

    /** Goes back to what a copy holds. */
    void restore(Sheet copy) {
        content = copy.content;
        labels = copy.labels;
        numbers = copy.numbers;
    }

    boolean has(String pointer) {
        return !content.at(pointer).isMissingNode();
    }

    JsonNode at(String pointer) {
        return content.at(pointer);
    }

    void set(String pointer, @Nullable JsonNode value) {
        if (value != null) {
            parent(pointer).set(last(pointer), value);
        }
    }

    void set(String pointer, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            parent(pointer).put(last(pointer), value);
        }
    }

    /** Adds text below the text that is there. */
    void addText(String pointer, String text) {
        if (!text.isBlank()) {
            String before = content.at(pointer).asText("");
            parent(pointer).put(last(pointer), before.isEmpty() ? text : before + "\n\n" + text);
        }
    }

    /** Adds to a list; no items make no list. */
    void addAll(String pointer, ArrayNode items) {
        if (!items.isEmpty()) {
            parent(pointer).withArray("/" + last(pointer)).addAll(items);
        }
    }

    static ArrayNode list() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** Says that words of the source are the template's and no content. */
    void label(String words) {
        labels.add(words);
    }

    /** The number or letter that the list of options gives an option; empty for none. */
    String number(String option) {
        return numbers.getOrDefault(option, "");
    }

    void number(String option, String number) {
        if (!number.isEmpty()) {
            numbers.putIfAbsent(option, number);
        }
    }

    private ObjectNode parent(String pointer) {
        String path = pointer.substring(0, pointer.lastIndexOf('/'));
        return path.isEmpty() ? content : content.withObject(path);
    }

    private static String last(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }
}

package dev.docket.markdown;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.docket.api.StrictJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values that no template can hold in its own way, each in a fenced block that names its pointer: text as it is, anything
 * else as JSON, and null where what the template says is not so.
 */
final class Exact {

    private static final Pattern OPENING =
            Pattern.compile("^(`{3,}|~{3,})(markdown|json) docket (/[A-Za-z0-9/]{1,200})$");
    private static final String HEADING = "## Verbatim";

    private Exact() {}

    /**
     * What the blocks of a file say.
     *
     * @param rest the lines without the blocks
     */
    record Found(List<String> rest, Map<String, JsonNode> values) {

        /** Puts the values in; those that do not fit are left out. */
        void apply(ObjectNode content) {
            values.forEach((pointer, value) -> put(content, JsonPointer.compile(pointer), value));
        }
    }

    /** Takes the blocks out of a file. A block inside another one, or one that is not closed, is text. */
    static Found take(List<String> lines) {
        if (lines.stream().noneMatch(line -> line.contains(" docket /"))) {
            return new Found(lines, Map.of());
        }
        List<String> rest = new ArrayList<>();
        Map<String, JsonNode> values = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher opening = OPENING.matcher(lines.get(i));
            int end = opening.matches() ? lines.subList(i, lines.size()).indexOf(opening.group(1)) + i : -1;
            if (end > i && opening.matches()) {
                String text = String.join("\n", lines.subList(i + 1, end));
                values.put(opening.group(3), value(opening.group(2), text));
                i = end;
            } else if (!lines.get(i).equals(HEADING)) {
                rest.add(lines.get(i));
            }
        }
        return new Found(rest, values);
    }

    private static JsonNode value(String language, String text) {
        if (language.equals("json")) {
            try {
                return StrictJson.objectMapper().readTree(text);
            } catch (JsonProcessingException e) {
                return TextNode.valueOf(text); // edited by hand into no JSON: its words are kept
            }
        }
        return TextNode.valueOf(text);
    }

    private static void put(ContainerNode<?> into, JsonPointer pointer, JsonNode value) {
        String token = pointer.getMatchingProperty();
        JsonPointer tail = pointer.tail();
        boolean last = tail.matches();
        boolean list = !last && tail.getMatchingIndex() >= 0;
        JsonNode next = last ? value : child(into, pointer, list);
        if (into instanceof ObjectNode object && next.isNull()) {
            object.remove(token);
        } else if (into instanceof ObjectNode object) {
            object.set(token, next);
        } else if (into instanceof ArrayNode array) {
            int index = Math.min(Math.max(0, pointer.getMatchingIndex()), array.size());
            if (index == array.size()) {
                array.add(next);
            } else {
                array.set(index, next);
            }
        }
        if (!last && next instanceof ContainerNode<?> container) {
            put(container, tail, value);
        }
    }

    private static JsonNode child(ContainerNode<?> into, JsonPointer pointer, boolean list) {
        JsonNode there =
                into.isArray() ? into.path(pointer.getMatchingIndex()) : into.path(pointer.getMatchingProperty());
        return list
                ? there.isArray() ? there : Sheet.list()
                : there.isObject() ? there : StrictJson.objectMapper().createObjectNode();
    }

    /** The blocks for the values, below a heading of their own. */
    static String write(Map<String, JsonNode> values) {
        if (values.isEmpty()) {
            return "";
        }
        Ink ink = new Ink("-").block(HEADING);
        values.forEach((pointer, value) -> leaves(pointer, value, ink));
        return ink.toString();
    }

    private static void leaves(String pointer, JsonNode value, Ink ink) {
        if (value.isContainerNode() && !value.isEmpty()) {
            if (value.isObject()) {
                value.properties().forEach(member -> leaves(pointer + "/" + member.getKey(), member.getValue(), ink));
            } else {
                for (int i = 0; i < value.size(); i++) {
                    leaves(pointer + "/" + i, value.get(i), ink);
                }
            }
            return;
        }
        boolean plain = value.isTextual() && value.textValue().indexOf('\r') < 0;
        String text = plain ? value.textValue() : value.toString();
        String fence = "```";
        while (text.contains(fence)) {
            fence += "`";
        }
        ink.block(fence + (plain ? "markdown" : "json") + " docket " + pointer + "\n" + text + "\n" + fence);
    }
}

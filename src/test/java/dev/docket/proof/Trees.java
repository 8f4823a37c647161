package dev.docket.proof;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON with something else at a place. */
final class Trees {

    private Trees() {}

    /** A copy with the value at the pointer, and what is missing on the way there; the pointer is not the root's. */
    static JsonNode with(JsonNode tree, String pointer, JsonNode value) {
        JsonNode copy = tree.deepCopy();
        JsonPointer at = JsonPointer.compile(pointer);
        JsonNode parent = copy;
        for (JsonPointer rest = at; !rest.tail().matches(); rest = rest.tail()) {
            parent = child(parent, rest);
        }
        put(parent, at.last(), value);
        return copy;
    }

    private static JsonNode child(JsonNode parent, JsonPointer step) {
        JsonNode child =
                parent.isArray() ? parent.path(step.getMatchingIndex()) : parent.path(step.getMatchingProperty());
        if (child.isContainerNode()) {
            return child;
        }
        boolean array = step.tail().getMatchingIndex() >= 0;
        ContainerNode<?> made = array ? JsonNodeFactory.instance.arrayNode() : JsonNodeFactory.instance.objectNode();
        put(parent, step, made);
        return made;
    }

    private static void put(JsonNode parent, JsonPointer step, JsonNode value) {
        if (parent instanceof ArrayNode array) {
            if (step.getMatchingIndex() < array.size()) {
                array.set(step.getMatchingIndex(), value);
            } else {
                array.add(value);
            }
        } else {
            ((ObjectNode) parent).set(step.getMatchingProperty(), value);
        }
    }
}

package dev.docket.markdown;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.api.Pointers;
import java.util.Set;
import java.util.TreeSet;

/** Where two contents differ, as pointers to members of objects. */
final class Differences {

    private Differences() {}

    static Set<String> between(JsonNode one, JsonNode other) {
        Set<String> pointers = new TreeSet<>();
        collect(one, other, "", pointers);
        return pointers;
    }

    private static void collect(JsonNode one, JsonNode other, String pointer, Set<String> pointers) {
        if (one.isObject() && other.isObject()) {
            Set<String> names = new TreeSet<>();
            one.fieldNames().forEachRemaining(names::add);
            other.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> collect(one.path(name), other.path(name), Pointers.at(pointer, name), pointers));
        } else if (one.isArray() && other.isArray() && one.size() == other.size()) {
            for (int i = 0; i < one.size(); i++) {
                collect(one.get(i), other.get(i), pointer + "/" + i, pointers);
            }
        } else if (!one.equals(other)) {
            pointers.add(member(pointer));
        }
    }

    /** The pointer without the indexes at its end: an item goes with its list. */
    private static String member(String pointer) {
        return pointer.replaceFirst("(/\\d+)+$", "");
    }

    /** The member that the one of the pointer is part of; itself at the top. */
    static String above(String pointer) {
        String parent = member(pointer.substring(0, pointer.lastIndexOf('/')));
        return parent.isEmpty() ? pointer : parent;
    }

    /** Takes a member out; missing where it is not there. */
    static JsonNode take(ObjectNode content, String pointer) {
        JsonPointer path = JsonPointer.compile(pointer);
        JsonNode parent = content.at(path.head());
        JsonNode value = content.at(path);
        if (parent instanceof ObjectNode object) {
            object.remove(path.last().getMatchingProperty());
        }
        return value;
    }
}

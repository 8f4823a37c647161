package dev.docket.contract;

import static dev.docket.contract.Direction.REQUEST;
import static dev.docket.contract.Direction.RESPONSE;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Compares two schemas for one value. The rule: whoever reads the value must understand all that the other side may
 * send. In a request the current service reads what released clients send, in a response released clients read what the
 * current service sends; so what narrows a request breaks, and what widens a response breaks, by the same checks with
 * the sides swapped. Three things are not symmetric:
 *
 * <ul>
 *   <li>A member that is gone breaks both ways: the service refuses members that it does not know, and clients rely on
 *       those that they do. A new one breaks neither way, unless a request now requires it.
 *   <li>A response may send new values of an enumeration that the released contract marks {@code x-extensible-enum:
 *       true}: its clients were told to expect them.
 *   <li>Alternatives ({@code oneOf}, {@code anyOf}) are matched by what they say, names of components included; an
 *       alternative that says anything else is another one.
 * </ul>
 *
 * <p>A pair of schemas is compared once, which also ends recursion. What stands under {@code not}, {@code if}, {@code
 * contains} and their like is compared to the letter, and references there by their names only.
 */
final class SchemaChanges {
    private record Pair(JsonNode released, JsonNode current, Direction direction) {}

    private static final JsonNode ANYTHING = JsonNodeFactory.instance.objectNode();

    private final OpenApi before;
    private final OpenApi after;
    private final Set<Pair> compared = new HashSet<>();

    SchemaChanges(OpenApi before, OpenApi after) {
        this.before = before;
        this.after = after;
    }

    void compare(JsonNode released, JsonNode current, Direction direction, Place place) {
        if (compared.add(new Pair(released, current, direction))) {
            Shape old = Shape.of(before, released, direction);
            Shape now = Shape.of(after, current, direction);
            Shape sent = direction == REQUEST ? old : now;
            Shape understood = direction == REQUEST ? now : old;
            types(sent, understood, direction, place);
            values(sent, understood, direction, place);
            constraints(sent, understood, direction, place);
            presence(sent, understood, now, direction, place);
            members(old, now, direction, place);
            elements(old, now, direction, place);
            choices(old, now, direction, place);
        }
    }

    private static void types(Shape sent, Shape understood, Direction direction, Place place) {
        if (understood.types.isEmpty()) {
            return;
        }
        Set<String> foreign = new LinkedHashSet<>(sent.types.isEmpty() ? Set.of("anything") : sent.types);
        foreign.removeAll(understood.types);
        foreign.forEach(type -> place.breaks(direction.excluded + " " + type));
    }

    private static void values(Shape sent, Shape understood, Direction direction, Place place) {
        boolean tolerant = direction == RESPONSE && understood.extensible;
        if (understood.values == null || tolerant) {
            return;
        }
        if (sent.values == null) {
            place.breaks("%s one of %s".formatted(direction.constrained, understood.values));
        } else {
            Set<JsonNode> foreign = new LinkedHashSet<>(sent.values);
            foreign.removeAll(understood.values);
            foreign.forEach(value -> place.breaks(direction.excluded + " " + value));
        }
    }

    private static void constraints(Shape sent, Shape understood, Direction direction, Place place) {
        for (String bound : understood.bounds.notKeptBy(sent.bounds)) {
            place.breaks("%s %s %s, not %s"
                    .formatted(
                            direction.constrained,
                            bound,
                            understood.bounds.describe(bound),
                            sent.bounds.describe(bound)));
        }
        for (Map.Entry<String, JsonNode> constraint : understood.others) {
            if (!sent.others.contains(constraint)) {
                place.breaks("%s %s %s".formatted(direction.constrained, constraint.getKey(), constraint.getValue()));
            }
        }
    }

    private static void presence(Shape sent, Shape understood, Shape now, Direction direction, Place place) {
        for (String member : understood.required) {
            boolean gone = understood.members.containsKey(member) && !now.members.containsKey(member);
            if (!gone && !sent.required.contains(member)) {
                place.in("." + member).breaks(direction.constrained + " to be there");
            }
        }
    }

    private void members(Shape old, Shape now, Direction direction, Place place) {
        old.members.forEach((name, member) -> {
            JsonNode remaining = now.members.get(name);
            if (remaining == null) {
                place.in("." + name).breaks("is gone");
            } else {
                compare(member, remaining, direction, place.in("." + name));
            }
        });
        if (old.allowsExtraMembers() && !now.allowsExtraMembers()) {
            place.in(".*").breaks("is gone");
        } else if (old.allowsExtraMembers()) {
            compare(old.extraMembers, now.extraMembers, direction, place.in(".*"));
        }
    }

    private void elements(Shape old, Shape now, Direction direction, Place place) {
        if (!old.items.isMissingNode() || !now.items.isMissingNode()) {
            compare(orAnything(old.items), orAnything(now.items), direction, place.in("[]"));
        }
    }

    private void choices(Shape old, Shape now, Direction direction, Place place) {
        if (old.choices.size() != now.choices.size()) {
            place.breaks("offered %s and offers %s".formatted(old.choices, now.choices));
            return;
        }
        for (int i = 0; i < old.choices.size(); i++) {
            Map<JsonNode, JsonNode> released = alternatives(old.choices.get(i));
            Map<JsonNode, JsonNode> current = alternatives(now.choices.get(i));
            Set<JsonNode> foreign = new LinkedHashSet<>((direction == REQUEST ? released : current).keySet());
            foreign.removeAll((direction == REQUEST ? current : released).keySet());
            foreign.forEach(alternative -> place.breaks(direction.excluded + " " + alternative));
            released.forEach((alternative, schema) -> {
                JsonNode same = current.get(alternative);
                if (same != null) {
                    compare(schema, same, direction, place);
                }
            });
        }
    }

    private static Map<JsonNode, JsonNode> alternatives(JsonNode choice) {
        return StreamSupport.stream(choice.spliterator(), false)
                .collect(toMap(Prose::strip, schema -> schema, (first, same) -> first, LinkedHashMap::new));
    }

    private static JsonNode orAnything(JsonNode schema) {
        return schema.isMissingNode() ? ANYTHING : schema;
    }
}

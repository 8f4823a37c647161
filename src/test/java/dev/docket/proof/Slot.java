package dev.docket.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.docket.proof.sample.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A place of a request that takes a string.
 *
 * @param takes whether the client can send the string there
 */
record Slot(String name, Predicate<String> takes, Filling filling) {

    /** Headers that say something to some service, if not to this one. */
    private static final List<String> HEADERS = List.of(
            "Accept-Language",
            "Forwarded",
            "From",
            "Idempotency-Key",
            "If-Modified-Since",
            "Last-Event-ID",
            "Origin",
            "Prefer",
            "Range",
            "Referer",
            "traceparent",
            "tracestate",
            "User-Agent",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Prefix",
            "X-HTTP-Method-Override",
            "X-Request-ID");

    /** One that reads and one that writes are enough for what concerns no operation in particular. */
    private static final Set<String> WITH_ALL_HEADERS = Set.of("getAdr", "createAdr");

    /** What a header can hold (RFC 9110, section 5.5). */
    private static final Pattern FIELD_VALUE = Pattern.compile("[!-~]([ -~]*[!-~])?");

    @FunctionalInterface
    private interface Filling {
        Call fill(Call good, String string);
    }

    /** The request with the string in this place. */
    Call filled(Call good, String string) {
        return filling.fill(good, string);
    }

    /** Every variable of the path, every parameter, header, and member of the body that is a string. */
    static List<Slot> of(Operation operation, Call good) {
        List<Slot> slots = new ArrayList<>();
        operation.variables().forEach(name -> slots.add(path(name)));
        operation.parameters().forEach(parameter -> {
            switch (parameter.in()) {
                case "query" -> slots.add(query(parameter.name()));
                case "header" -> slots.add(header(parameter.name()));
                default -> {
                    // The path has been seen to.
                }
            }
        });
        slots.add(header("Accept"));
        if (WITH_ALL_HEADERS.contains(operation.id())) {
            HEADERS.forEach(name -> slots.add(header(name)));
            slots.add(new Slot("the name of a parameter", text -> true, (call, text) -> call.query(text, "1")));
        }
        slots.addAll(body(operation, good));
        return slots;
    }

    /** Nothing at all makes another path. */
    private static Slot path(String name) {
        return new Slot("path " + name, text -> !text.isEmpty(), (call, text) -> call.with(name, text));
    }

    private static Slot query(String name) {
        return new Slot("query " + name, text -> true, (call, text) -> call.query(name, text));
    }

    private static Slot header(String name) {
        return new Slot(
                "header " + name, text -> FIELD_VALUE.matcher(text).matches(), (call, text) -> call.header(name, text));
    }

    private static List<Slot> body(Operation operation, Call good) {
        JsonNode body = good.body();
        if (body == null) {
            return List.of();
        }
        if (!good.isJson()) {
            return List.of(new Slot("body", text -> true, (call, text) -> with(call, TextNode.valueOf(text))));
        }
        List<Slot> slots = new ArrayList<>();
        pointers(operation, good, body).distinct().forEach(pointer -> slots.add(member(pointer)));
        if (body instanceof ObjectNode object) {
            slots.add(new Slot(
                    "the name of a member",
                    text -> true,
                    (call, text) -> with(call, object.deepCopy().put(text, 1))));
        }
        return slots;
    }

    private static Slot member(String pointer) {
        return new Slot(
                "body " + pointer,
                text -> true,
                (call, text) -> with(
                        call,
                        Trees.with(java.util.Objects.requireNonNull(call.body()), pointer, TextNode.valueOf(text))));
    }

    /** What the sample says; for what is new, all that can be said. */
    private static Stream<String> pointers(Operation operation, Call good, JsonNode body) {
        Stream<String> said = strings(body, "");
        return good.method().equals("POST")
                ? Stream.concat(
                        said,
                        Contract.members(operation.body(String.valueOf(good.type()))).entrySet().stream()
                                .filter(member -> !member.getValue().serverOwned()
                                        && member.getValue().type().equals("string"))
                                .map(member -> member.getKey()))
                : said;
    }

    private static Stream<String> strings(JsonNode node, String at) {
        if (node.isTextual()) {
            return Stream.of(at);
        }
        return node.isArray()
                ? Stream.iterate(0, i -> i < node.size(), i -> i + 1).flatMap(i -> strings(node.get(i), at + "/" + i))
                : node.properties().stream().flatMap(member -> strings(member.getValue(), at + "/" + member.getKey()));
    }

    private static Call with(Call call, JsonNode body) {
        return call.body(String.valueOf(call.type()), body);
    }
}

package dev.docket.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A body made to break what reads it. */
record Bomb(String name, String type, byte[] body, Map<String, String> headers) {

    static final String JSON = "application/json";

    static Bomb of(String name, String body) {
        return of(name, JSON, body);
    }

    static Bomb of(String name, String type, String body) {
        return new Bomb(name, type, body.getBytes(UTF_8), Map.of());
    }

    /** A document with that member, else as it should be. */
    static String member(String name, String value) {
        return name.equals("title") ? "{\"title\":" + value + "}" : "{\"title\":\"a\",\"" + name + "\":" + value + "}";
    }

    static String keys(Stream<String> names) {
        return names.map(name -> "\"" + name + "\":1").collect(Collectors.joining(",", "{", "}"));
    }

    @Override
    public String toString() {
        return name;
    }
}

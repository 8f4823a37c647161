package dev.docket.proof.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * A request, all but who makes it.
 *
 * @param variables the values of the path's variables, unescaped
 * @param type the media type of the body; null where there is none
 * @param body a text node for what is no JSON; null where there is none
 */
public record Call(
        String method,
        String template,
        Map<String, String> variables,
        Map<String, String> queries,
        Map<String, String> headers,
        @Nullable String type,
        @Nullable JsonNode body) {

    /** Escapes what is not ASCII, so that half a surrogate pair gets through. */
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    Call(String method, String template, String project) {
        this(method, template, Map.of("project", project), Map.of(), Map.of(), null, null);
    }

    /** The JSON of a text, in which single quotes stand for double ones. */
    public static JsonNode json(String text) {
        return read(text.replace('\'', '"'));
    }

    public static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Call with(String variable, String value) {
        return new Call(method, template, and(variables, variable, value), queries, headers, type, body);
    }

    public Call query(String name, String value) {
        return new Call(method, template, variables, and(queries, name, value), headers, type, body);
    }

    public Call header(String name, String value) {
        return new Call(method, template, variables, queries, and(headers, name, value), type, body);
    }

    public Call body(String newType, JsonNode newBody) {
        return new Call(method, template, variables, queries, headers, newType, newBody);
    }

    /** With the JSON of a text, in which single quotes stand for double ones. */
    Call json(String newType, String text) {
        return body(newType, json(text));
    }

    Call text(String newType, String text) {
        return body(newType, TextNode.valueOf(text));
    }

    /** Whatever the version is that the resource has. */
    Call anyVersion() {
        return header("If-Match", "*");
    }

    public boolean isJson() {
        return type != null && type.endsWith("json");
    }

    /** The address below the host, escaped (RFC 3986). */
    public String address() {
        StringBuilder path = new StringBuilder();
        for (String segment : template.substring(1).split("/", -1)) {
            path.append('/').append(segment.startsWith("{") ? escaped(variable(segment)) : segment);
        }
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        queries.forEach((name, value) -> query.add(escaped(name) + "=" + escaped(value)));
        return path + query.toString();
    }

    /** The bytes of the body. */
    public byte[] bytes() {
        if (body == null) {
            return new byte[0];
        }
        try {
            String text = isJson() ? JSON.writeValueAsString(body) : body.asText();
            return text.getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Response send(RequestSpecification by) {
        RequestSpecification request = by.urlEncodingEnabled(false).headers(headers);
        if (type != null && body != null) {
            request.contentType(type).body(bytes());
        }
        return request.request(method, address());
    }

    private String variable(String segment) {
        String value = variables.get(segment.substring(1, segment.length() - 1));
        if (value == null) {
            throw new AssertionError("no value of " + segment + " in " + template + ": give the sample one");
        }
        return value;
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Map<String, String> and(Map<String, String> map, String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(map);
        more.put(key, value);
        return more;
    }
}

package dev.docket.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the entry of a {@code content} map that covers a Content-Type; parameters such as charset play no part. */
final class MediaTypes {
    private MediaTypes() {}

    /** Empty where the response has none. */
    static String of(Response response) {
        return Objects.requireNonNullElse(response.getContentType(), "");
    }

    static Optional<JsonNode> find(JsonNode content, String contentType) {
        String essence = essence(contentType);
        return Stream.of(essence, essence.replaceFirst("/.*", "/*"), "*/*")
                .flatMap(wanted -> content.properties().stream()
                        .filter(entry -> essence(entry.getKey()).equals(wanted)))
                .findFirst()
                .map(entry -> entry.getValue());
    }

    static List<String> names(JsonNode content) {
        return content.properties().stream().map(entry -> entry.getKey()).toList();
    }

    /** RFC 6839, 3.1: JSON itself and everything with the suffix. */
    static boolean isJson(String contentType) {
        String essence = essence(contentType);
        return essence.equals("application/json") || essence.endsWith("+json");
    }

    static boolean isPatch(String contentType) {
        return essence(contentType).endsWith("-patch+json");
    }

    /** Bodies of these may never end, so nothing may wait for them. */
    static boolean isStream(String contentType) {
        return List.of("text/event-stream", "application/x-ndjson").contains(essence(contentType));
    }

    private static String essence(String contentType) {
        return contentType.replaceFirst(";.*", "").trim().toLowerCase(Locale.ROOT);
    }
}

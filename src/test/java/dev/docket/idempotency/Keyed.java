package dev.docket.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.document.Desk;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Requests with a key, and what comes of them. */
final class Keyed {

    private Keyed() {}

    static String key() {
        return UUID.randomUUID().toString();
    }

    static RequestSpecification keyed(RequestSpecification request, String key) {
        return request.contentType(ContentType.JSON).header("Idempotency-Key", key);
    }

    static Response create(Desk desk, String key, String title) {
        return keyed(desk.request(), key)
                .body(Map.of("title", title))
                .post("/api/v1/projects/" + desk.project() + "/adrs");
    }

    static int effects(Desk desk) {
        int count = 0;
        String cursor = "";
        do {
            Response page = desk.request().get("/api/v1/projects/" + desk.project() + "/adrs?limit=200" + cursor);
            count += page.<List<?>>path("items").size();
            cursor = page.path("nextCursor") == null ? "" : "&cursor=" + page.path("nextCursor");
        } while (!cursor.isEmpty());
        return count;
    }

    static void replays(Response first, Response again) {
        assertThat(again.statusCode()).as(again.asString()).isEqualTo(first.statusCode());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(again.asString()).isEqualTo(first.asString());
        for (String header : List.of("ETag", "Location", "Content-Type")) {
            assertThat(again.header(header)).as(header).isEqualTo(first.header(header));
        }
    }
}

package dev.docket.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A reader of the feed that pages on and on from where it came to. */
public final class Following {

    private final String token;
    private final String filter;
    private String cursor;

    /** Begins with what comes from now on. */
    public static Following fromNowOn(String token, String filter) {
        Following reader = new Following(token, filter, "latest");
        assertThat(reader.page(null)).isEmpty();
        return reader;
    }

    /** @param filter of the query, such as {@code project=payments}; may be empty */
    Following(String token, String filter, String cursor) {
        this.token = token;
        this.filter = filter;
        this.cursor = cursor;
    }

    String cursor() {
        return cursor;
    }

    /** The next page; where it ends the next one begins. */
    List<Map<String, Object>> page(@Nullable Integer limit) {
        Response page = ask(limit);
        assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
        cursor = page.path("nextCursor");
        assertThat(cursor).isNotNull();
        return page.path("items");
    }

    Response ask(@Nullable Integer limit) {
        return Api.as(token)
                .get("/api/v1/events?cursor=" + cursor
                        + (filter.isEmpty() ? "" : "&" + filter)
                        + (limit == null ? "" : "&limit=" + limit));
    }

    /** All that there is up to now. */
    List<Map<String, Object>> rest(@Nullable Integer limit) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (String before = ""; !before.equals(cursor); ) {
            before = cursor;
            all.addAll(page(limit));
        }
        return all;
    }

    /** Reads on until that many have come. */
    List<Map<String, Object>> await(int many) throws Exception {
        List<Map<String, Object>> all = new ArrayList<>();
        dev.docket.Eventually.holds(() -> {
            all.addAll(rest(null));
            assertThat(all).hasSizeGreaterThanOrEqualTo(many);
        });
        assertThat(all).hasSize(many);
        return all;
    }

    /** Reads on until such an event has come, which is the last one answered. */
    public List<Map<String, Object>> until(Predicate<Map<String, Object>> last) throws Exception {
        List<Map<String, Object>> all = new ArrayList<>();
        dev.docket.Eventually.holds(() -> {
            all.addAll(rest(null));
            assertThat(all).anyMatch(last);
        });
        return all;
    }

    static List<String> types(List<Map<String, Object>> events) {
        return events.stream().map(event -> (String) event.get("type")).toList();
    }
}

package dev.docket.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.api.Page;
import dev.docket.api.StrictJson;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The requests of the tests of projects, each in a line. */
public final class Requests {

    static final String PROJECTS = "/api/v1/projects";
    static final String MERGE = "application/merge-patch+json";
    static final String JSON_PATCH = "application/json-patch+json";

    private Requests() {}

    static String path(String key) {
        return PROJECTS + "/" + key;
    }

    static Response get(String key) {
        return Api.as(Api.ADMIN).get(path(key));
    }

    static Response post(String token, Object body) {
        return Api.as(token).contentType(ContentType.JSON).body(body).post(PROJECTS);
    }

    static Response put(String token, String key, @Nullable String ifMatch, Object body) {
        var request = Api.as(token).contentType(ContentType.JSON).body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put(path(key));
    }

    static Response patch(String token, String key, @Nullable String ifMatch, String type, Object body) {
        var request = Api.as(token).contentType(type).body(body instanceof Map<?, ?> map ? json(map) : body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).patch(path(key));
    }

    static String json(Map<?, ?> map) {
        return StrictJson.objectMapper().valueToTree(map).toString();
    }

    /** The keys of all projects that the bearer of the token sees, whatever page they are on. */
    public static List<String> allKeys(String token) {
        return keys(token, Page.MAX, "");
    }

    static List<String> keys(String token) {
        return keys(token, "");
    }

    /** In several pages, for every test has made projects. */
    static List<String> keys(String token, String filter) {
        return keys(token, 100, filter);
    }

    private static List<String> keys(String token, int limit, String filter) {
        List<String> keys = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Response page = Api.as(token).get(PROJECTS + "?limit=" + limit + filter + cursor);
            assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
            keys.addAll(page.<List<String>>path("items.key"));
            String next = page.path("nextCursor");
            cursor = next == null ? null : "&cursor=" + next;
        }
        return keys;
    }
}

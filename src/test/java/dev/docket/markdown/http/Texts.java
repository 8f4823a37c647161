package dev.docket.markdown.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.document.Desk;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the tests of Markdown over HTTP share. */
final class Texts {

    static final String MARKDOWN = "text/markdown";
    static final String MARKDOWN_IN_UTF_8 = "text/markdown;charset=UTF-8";

    private Texts() {}

    static String path(Desk desk, String below) {
        return "/api/v1/projects/" + desk.project() + "/" + below;
    }

    static Response get(Desk desk, String path, String accept) {
        return desk.request().accept(accept).get(path(desk, path));
    }

    static Response post(Desk desk, String path, String text) {
        return desk.request()
                .contentType(MARKDOWN)
                .body(text.getBytes(StandardCharsets.UTF_8))
                .post(path(desk, path));
    }

    /** The answer refuses the parameter. */
    static void refuses(Response response, String parameter, String code) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(400);
        assertThat(response.<String>path("type")).isEqualTo("/problems/unreadable");
        assertThat(response.<List<String>>path("errors.parameter")).containsExactly(parameter);
        assertThat(response.<List<String>>path("errors.code")).containsExactly(code);
    }

    static void problem(Response response, int status, String slug) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.<String>path("type")).isEqualTo("/problems/" + slug);
        assertThat(response.asString()).doesNotContain("java.", "Exception", "SELECT");
    }

    /** A maintainer of a new project that only its members read. */
    static Desk restricted() {
        String project = Api.project(java.util.Map.of("visibility", "restricted"));
        return Desk.of("maintainer-of-" + project, project, List.of("maintainer"), List.of());
    }
}

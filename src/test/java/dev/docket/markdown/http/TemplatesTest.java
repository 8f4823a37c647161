package dev.docket.markdown.http;

import static dev.docket.markdown.http.Texts.MARKDOWN;
import static dev.docket.markdown.http.Texts.MARKDOWN_IN_UTF_8;
import static dev.docket.markdown.http.Texts.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.markdown.Template;
import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The dialects, for everyone who signs in. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class TemplatesTest {

    private static final String TEMPLATES = "/api/v1/templates";

    private String token = "";

    @BeforeEach
    void somebodyWhoIsAMemberOfNothing() {
        token = Api.principalToken(Api.unique("stranger"));
    }

    @Test
    void theListHasAllOfThem() {
        Response list = request().get(TEMPLATES);
        assertThat(list.statusCode()).as(list.asString()).isEqualTo(200);
        List<Map<String, Object>> items = list.path("items");
        assertThat(items)
                .extracting(item -> item.get("id"))
                .isEqualTo(Template.all().stream().map(Template::id).toList())
                .contains("adr-drivers", "rfc");
        assertThat(items).allSatisfy(item -> {
            assertThat(item).containsOnlyKeys("id", "kind", "name", "description", "links");
            assertThat(item.get("links")).isEqualTo(Map.of("self", TEMPLATES + "/" + item.get("id")));
        });
    }

    @Test
    void eachOfThemHasABlank() {
        for (Template template : Template.all()) {
            Response json = request().get(TEMPLATES + "/" + template.id());
            assertThat(json.statusCode()).as(json.asString()).isEqualTo(200);
            assertThat(json.contentType()).startsWith("application/json");
            assertThat(json.<String>path("kind")).isEqualTo(template.kind().json());
            assertThat(json.<String>path("blank")).isEqualTo(template.blank());
            Response markdown = request().accept(MARKDOWN).get(TEMPLATES + "/" + template.id());
            assertThat(markdown.contentType()).isEqualTo(MARKDOWN_IN_UTF_8);
            assertThat(markdown.asString()).isEqualTo(template.blank());
        }
    }

    @Test
    void everyRepresentationHasATagOfItsOwn() {
        String path = TEMPLATES + "/adr-drivers";
        String list = tag(request(), TEMPLATES);
        String json = tag(request(), path);
        String markdown = tag(request().accept(MARKDOWN), path);
        assertThat(List.of(list, json, markdown))
                .doesNotHaveDuplicates()
                .allSatisfy(tag -> assertThat(tag).matches("\"[0-9a-f]{32}\""));
        assertThat(known(request(), list).get(TEMPLATES).statusCode()).isEqualTo(304);
        assertThat(known(request(), json).get(path).statusCode()).isEqualTo(304);
        Response unchanged = known(request().accept(MARKDOWN), markdown).get(path);
        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(unchanged.header("Vary")).isEqualTo("Accept");
        assertThat(known(request().accept(MARKDOWN), json).get(path).statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatCannotBeServedIsRefused() {
        problem(request().get(TEMPLATES + "/no-such"), 404, "not-found");
        problem(request().accept(MARKDOWN).get(TEMPLATES + "/no-such"), 404, "not-found");
        problem(request().accept(MARKDOWN).get(TEMPLATES), 406, "not-acceptable");
        problem(request().accept("text/html").get(TEMPLATES + "/rfc"), 406, "not-acceptable");
        problem(request().delete(TEMPLATES + "/rfc"), 405, "method-not-allowed");
        problem(Api.anonymous().get(TEMPLATES), 401, "unauthenticated");
        problem(Api.anonymous().accept(MARKDOWN).get(TEMPLATES + "/rfc"), 401, "unauthenticated");
    }

    private RequestSpecification request() {
        return Api.as(token);
    }

    private static String tag(RequestSpecification request, String path) {
        return request.get(path).header("ETag");
    }

    private static RequestSpecification known(RequestSpecification request, String tag) {
        return request.header("If-None-Match", tag);
    }
}

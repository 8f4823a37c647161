package dev.docket.markdown.http;

import static dev.docket.markdown.http.Texts.MARKDOWN;
import static dev.docket.markdown.http.Texts.MARKDOWN_IN_UTF_8;
import static dev.docket.markdown.http.Texts.get;
import static dev.docket.markdown.http.Texts.path;
import static dev.docket.markdown.http.Texts.problem;
import static dev.docket.markdown.http.Texts.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.document.Desk;
import dev.docket.document.content.Kind;
import dev.docket.markdown.Markdown;
import dev.docket.markdown.Template;
import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents and revisions as Markdown: negotiation, tags, templates, refusals. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class ReadingInMarkdownTest {

    private Desk desk;

    @BeforeEach
    void anAdrAndAnRfcOfTwoRevisions() {
        desk = Desk.ofNewProject();
        for (Kind kind : Kind.values()) {
            int number = desk.created(kind, Desk.complete(kind));
            assertThat(desk.retitled(kind, number, "Another title")).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            */*                                          | application/json
            application/json                             | application/json
            application/*                                | application/json
            application/json, text/markdown;q=0.9        | application/json
            text/html, */*;q=0.1                         | application/json
            text/markdown                                | text/markdown
            text/*                                       | text/markdown
            text/markdown, application/json;q=0.9        | text/markdown
            application/json;q=0.2, text/markdown;q=0.3  | text/markdown
            application/json;q=0, */*                    | text/markdown
            text/markdown, */*;q=0.8                     | text/markdown
            """)
    void theTypeIsTheOneThatIsWantedMost(String accept, String type) {
        for (String path : new String[] {"adrs/1", "rfcs/1", "adrs/1/revisions/1"}) {
            Response response = get(desk, path, accept);
            assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
            assertThat(response.contentType()).startsWith(type);
            assertThat(response.header("Vary")).isEqualTo("Accept");
        }
    }

    @Test
    void severalLinesOfAcceptAreOneList() throws IOException, InterruptedException {
        // The other client sends one line only.
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + path(desk, "adrs/1")))
                .header("Authorization", "Bearer " + Api.ADMIN)
                .header("Accept", "text/html")
                .header("Accept", "text/markdown;q=0.5")
                .header("Accept", "application/json;q=0.4")
                .build();
        var response = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, BodyHandlers.ofString());
        assertThat(response.headers().firstValue("Content-Type")).contains(MARKDOWN_IN_UTF_8);
    }

    @Test
    void jsonStaysTheDefaultAndItsTagStrong() {
        for (String accept : new String[] {"*/*", ""}) {
            Response response = get(desk, "adrs/1", accept);
            assertThat(response.contentType()).startsWith("application/json").doesNotContain("qs");
            assertThat(response.header("ETag")).isEqualTo("\"2\"");
            assertThat(response.header("Vary")).isEqualTo("Accept");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"adrs/1", "adrs/1/revisions/1", "adrs/1/revisions/2/diff"})
    void otherTypesAreRefused(String path) {
        problem(get(desk, path, "text/html"), 406, "not-acceptable");
        problem(get(desk, path, "text/markdown;q=0, text/x-diff;q=0"), 406, "not-acceptable");
        problem(get(desk, path, "nonsense"), 406, "not-acceptable");
    }

    @Test
    void itIsWhatTheWriterMakesOfTheRevision() {
        Response first = get(desk, "adrs/1/revisions/1", MARKDOWN);
        assertThat(first.contentType()).isEqualTo(MARKDOWN_IN_UTF_8);
        assertThat(first.asString()).contains("Partition the ledger").doesNotContain("Another title");
        Response second = get(desk, "adrs/1", MARKDOWN);
        assertThat(second.asString())
                .contains("Another title")
                .isEqualTo(Markdown.write(
                        desk.read(Kind.ADR, 1), Template.of(Kind.ADR).id()))
                .isEqualTo(get(desk, "adrs/1/revisions/2", MARKDOWN).asString());
    }

    @Test
    void theTemplateCanBeNamed() {
        for (Template template : Template.all()) {
            String path = template.kind().path() + "/1?template=" + template.id();
            Response response = get(desk, path, MARKDOWN);
            assertThat(response.asString()).isEqualTo(Markdown.write(desk.read(template.kind(), 1), template.id()));
            assertThat(response.header("ETag")).isEqualTo("W/\"2-" + template.id() + "\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1/revisions/1", "99"})
    void aTemplateThatCannotBeUsedIsNamed(String below) {
        refuses(get(desk, "adrs/" + below + "?template=no-such", MARKDOWN), "template", "unknown");
        refuses(get(desk, "adrs/" + below + "?template=rfc", MARKDOWN), "template", "other-kind");
        refuses(get(desk, "rfcs/" + below + "?template=adr-drivers", MARKDOWN), "template", "other-kind");
        refuses(get(desk, "adrs/" + below + "?template=a&template=b", MARKDOWN), "template", "repeated");
        refuses(get(desk, "adrs/" + below + "?colour=red", MARKDOWN), "colour", "unknown");
    }

    @Test
    void jsonHasNoTemplate() {
        refuses(get(desk, "adrs/1?template=adr-drivers", "application/json"), "template", "unknown");
    }

    @Test
    void theWeakTagTellsWhatTheCallerHas() {
        String tag = get(desk, "adrs/1", MARKDOWN).header("ETag");
        assertThat(tag).isEqualTo("W/\"2-adr-drivers\"");
        for (String known : new String[] {tag, "\"2-adr-drivers\"", "\"x\", " + tag, "*"}) {
            Response same = ifNoneMatch(known, MARKDOWN);
            assertThat(same.statusCode()).as(known).isEqualTo(304);
            assertThat(same.header("ETag")).isEqualTo(tag);
            assertThat(same.header("Vary")).isEqualTo("Accept");
        }
        assertThat(ifNoneMatch("\"2\"", MARKDOWN).statusCode()).isEqualTo(200);
        assertThat(ifNoneMatch("W/\"1-adr-drivers\"", MARKDOWN).statusCode()).isEqualTo(200);
        assertThat(ifNoneMatch("W/\"2-other\"", MARKDOWN).statusCode()).isEqualTo(200);
        assertThat(ifNoneMatch(tag, "application/json").statusCode()).isEqualTo(200);
        Response json = ifNoneMatch("\"2\"", "application/json");
        assertThat(json.statusCode()).isEqualTo(304);
        assertThat(json.header("Vary")).isEqualTo("Accept");
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"2-adr-drivers\"", "\"2-adr-drivers\""})
    void theWeakTagIsNoBasisForAWrite(String tag) {
        Response response = desk.request()
                .contentType("application/merge-patch+json")
                .header("If-Match", tag)
                .body("{\"title\": \"Third\"}")
                .patch(path(desk, "adrs/1"));
        problem(response, 412, "precondition-failed");
        assertThat(response.header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void markdownIsNotTakenWhereADocumentIsReplaced() {
        Response response = desk.request()
                .contentType(MARKDOWN)
                .header("If-Match", "\"2\"")
                .body("# Other")
                .put(path(desk, "adrs/1"));
        problem(response, 415, "unsupported-media-type");
    }

    @Test
    void whatIsNotThereOrNotReadableDoesNotExist() {
        problem(get(desk, "adrs/9", MARKDOWN), 404, "not-found");
        problem(get(desk, "adrs/x", MARKDOWN), 404, "not-found");
        problem(get(desk, "adrs/1/revisions/9", MARKDOWN), 404, "not-found");
        problem(get(desk, "adrs/1/revisions/0", MARKDOWN), 404, "not-found");
        Desk hidden = Texts.restricted();
        hidden.created(Kind.ADR, Desk.complete(Kind.ADR));
        assertThat(get(hidden, "adrs/1", MARKDOWN).statusCode()).isEqualTo(200);
        for (String path : new String[] {"adrs/1", "adrs/1/revisions/1"}) {
            problem(desk.request().accept(MARKDOWN).get(path(hidden, path)), 404, "not-found");
            problem(Api.anonymous().accept(MARKDOWN).get(path(hidden, path)), 401, "unauthenticated");
        }
    }

    @Test
    void aTokenThatMayNotReadMayNotReadMarkdown() {
        String token = Api.principalToken(desk.principal(), "write");
        problem(Api.as(token).accept(MARKDOWN).get(path(desk, "adrs/1")), 403, "forbidden");
    }

    @Test
    void theHeadOfItIsItsHead() {
        Response head = desk.request().accept(MARKDOWN).head(path(desk, "adrs/1"));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.contentType()).isEqualTo(MARKDOWN_IN_UTF_8);
        assertThat(head.header("ETag")).isEqualTo("W/\"2-adr-drivers\"");
    }

    private Response ifNoneMatch(String known, String accept) {
        return desk.request().accept(accept).header("If-None-Match", known).get(path(desk, "adrs/1"));
    }
}

package dev.docket.markdown.http;

import static dev.docket.markdown.http.Texts.MARKDOWN;
import static dev.docket.markdown.http.Texts.get;
import static dev.docket.markdown.http.Texts.path;
import static dev.docket.markdown.http.Texts.post;
import static dev.docket.markdown.http.Texts.problem;
import static dev.docket.markdown.http.Texts.refuses;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.document.Desk;
import dev.docket.document.content.Kind;
import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A filled template becomes a document, and moves nothing. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class CreatingFromMarkdownTest {

    private static final String SIMPLE = """
            # Partition the ledger by month

            ## Context

            Closing a month takes hours, and grüße says so.
            """;

    private Desk desk;

    @BeforeEach
    void aNewProject() {
        desk = Desk.ofNewProject();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aFilledTemplateBecomesADocument(Kind kind) {
        Response response = post(desk, kind.path() + "?message=From a file", SIMPLE);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
        assertThat(response.contentType()).startsWith("application/json");
        assertThat(response.header("ETag")).isEqualTo("\"1\"");
        assertThat(response.header("Location")).endsWith("/" + desk.project() + "/" + kind.path() + "/1");
        assertThat(response.<String>path("title")).isEqualTo("Partition the ledger by month");
        assertThat(response.<String>path("source.template")).isNotEmpty();
        assertThat(response.<String>path("status")).isIn("draft", "proposed");
        hasEveryWordOf(SIMPLE, response);
        assertThat(get(desk, kind.path() + "/1", "application/json").asString()).isEqualTo(response.asString());
        assertThat(get(desk, kind.path() + "/1/revisions", "*/*").<String>path("items[0].message"))
                .isEqualTo("From a file");
    }

    @Test
    void itIsWrittenInTheTemplateItCameInUnlessAnotherIsNamed() {
        Response created = post(desk, "adrs?template=adr-drivers", SIMPLE);
        String template = created.path("source.template");
        assertThat(get(desk, "adrs/1", MARKDOWN).header("ETag")).isEqualTo("W/\"1-" + template + "\"");
        assertThat(get(desk, "adrs/1", MARKDOWN).asString()).contains("Partition the ledger by month");
    }

    @Test
    void whatOnlyTheServerMaySayMovesNothing() {
        String text = """
                # ADR-0007: Use a queue

                Status: Accepted, unanimously

                Date: 2020-02-03

                ## Context

                Callers wait too long.

                ## Decision

                A queue. Superseded by [ADR-0009](0009-no-queue.md), supersedes ADR-0004.

                ## Decision Record

                | Action | Date | Author | Comment |
                | --- | --- | --- | --- |
                | Accepted | 2020-02-03 | Mira Holt | Hurray |

                ## Approval

                - [x] Security: Noor, 2020-02-02
                """;
        Response response = post(desk, "adrs", text);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
        assertThat(response.<String>path("status")).isIn("draft", "proposed");
        assertThat(response.<Integer>path("number")).isEqualTo(1);
        assertThat(response.<List<Map<String, Object>>>path("record"))
                .singleElement()
                .satisfies(entry -> assertThat(entry).containsEntry("author", desk.principal()));
        assertThat(response.<Object>path("approvals")).isNull();
        assertThat(response.<Object>path("statusText")).isNull();
        assertThat(response.<String>path("date")).isNotEqualTo("2020-02-03");
        assertThat(response.<Object>path("links")).isNull();
        hasEveryWordOf(text.replace("ADR-0007", ""), response);
    }

    @Test
    void policyAsksForApprovalAsEver() {
        Api.policy(desk.project(), Map.of("adr", Map.of("requiredRoles", List.of("security"))));
        Response response = post(desk, "adrs", SIMPLE + "\n## Approval\n\n- [x] Security: Noor\n");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
        List<String> states = response.path("approvals.state");
        if ("proposed".equals(response.<String>path("status"))) {
            assertThat(states).containsExactly("pending");
        } else {
            assertThat(states).isNull();
        }
    }

    @Test
    void aByteOrderMarkAndTheCharacterSetMayBeThere() {
        Response response = desk.request()
                .contentType("text/markdown; charset=utf-8")
                .body(("\uFEFF" + SIMPLE).getBytes(UTF_8))
                .post(path(desk, "adrs"));
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
        assertThat(response.<String>path("title")).isEqualTo("Partition the ledger by month");
    }

    @Test
    void whatCannotBeReadIsRefused() {
        refusesBody(new byte[] {'#', ' ', (byte) 0xC3, (byte) 0x28}, 400, " encoding");
        refusesBody(new byte[] {'#', ' ', (byte) 0xED, (byte) 0xA0, (byte) 0x80}, 400, " encoding");
        refusesBody("# A\u0000B".getBytes(UTF_8), 400, " nul");
        refusesBody(new byte[0], 422, "/title missing");
        refusesBody(" \n\n".getBytes(UTF_8), 422, "/title missing");
        assertThat(get(desk, "adrs", "*/*").<Integer>path("items.size()")).isZero();
    }

    @Test
    void moreThanFourMebibytesAreTooMuch() {
        problem(post(desk, "adrs", "# Title\n\n" + "word\n".repeat(900_000)), 413, "payload-too-large");
    }

    @Test
    void theFrameworksRefusalsAreProblemsToo() {
        problem(typed("text/plain").post(path(desk, "adrs")), 415, "unsupported-media-type");
        problem(typed("text/markdown; charset=ISO-8859-1").post(path(desk, "adrs")), 415, "unsupported-media-type");
        problem(typed(MARKDOWN).accept(MARKDOWN).post(path(desk, "adrs")), 406, "not-acceptable");
        problem(typed("text/plain").accept("text/html").post(path(desk, "adrs")), 406, "not-acceptable");
        refuses(post(desk, "adrs?template=no-such", SIMPLE), "template", "unknown");
        refuses(post(desk, "adrs?template=rfc", SIMPLE), "template", "other-kind");
        refuses(post(desk, "rfcs?template=adr-drivers", SIMPLE), "template", "other-kind");
        refuses(post(desk, "adrs?colour=red", SIMPLE), "colour", "unknown");
        problem(post(desk, "adrs?message=" + "x".repeat(1_001), SIMPLE), 422, "unprocessable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reader", "approver"})
    void whoMayNotCreateMayNotCreateFromMarkdown(String role) {
        Desk colleague = desk.colleague(role, List.of(role));
        problem(post(colleague, "adrs", SIMPLE), 403, "forbidden");
    }

    @Test
    void aProjectThatOneMayNotReadDoesNotExist() {
        Desk hidden = Texts.restricted();
        problem(
                desk.request()
                        .contentType(MARKDOWN)
                        .body(SIMPLE.getBytes(UTF_8))
                        .post(path(hidden, "adrs")),
                404,
                "not-found");
        problem(
                Api.anonymous()
                        .contentType(MARKDOWN)
                        .body(SIMPLE.getBytes(UTF_8))
                        .post(path(hidden, "adrs")),
                401,
                "unauthenticated");
    }

    private io.restassured.specification.RequestSpecification typed(String type) {
        return desk.request().contentType(type).body(SIMPLE.getBytes(UTF_8));
    }

    private void refusesBody(byte[] body, int status, String error) {
        Response response = desk.request().contentType(MARKDOWN).body(body).post(path(desk, "adrs"));
        assertThat(Api.errors(response, status)).containsExactly(error);
    }

    private static void hasEveryWordOf(String text, Response response) {
        String json = response.asString().toLowerCase(Locale.ROOT);
        assertThat(Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                        .filter(word -> !word.isEmpty() && !HEADINGS.contains(word)))
                .allSatisfy(word -> assertThat(json).contains(word));
    }

    /** Words of the template: its structure says them. */
    private static final List<String> HEADINGS =
            List.of("context", "status", "date", "decision", "record", "approval", "action", "author", "comment");
}

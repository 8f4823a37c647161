package dev.docket.markdown.http;

import static dev.docket.markdown.http.Texts.get;
import static dev.docket.markdown.http.Texts.path;
import static dev.docket.markdown.http.Texts.problem;
import static dev.docket.markdown.http.Texts.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.document.Desk;
import dev.docket.document.content.Kind;
import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two revisions compared as Markdown. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class DiffInMarkdownTest {

    private static final String DIFF = "text/x-diff";

    private Desk desk;

    @BeforeEach
    void anAdrOfThreeRevisions() {
        desk = Desk.ofNewProject();
        int number = desk.created(Kind.ADR, Desk.complete(Kind.ADR));
        assertThat(desk.retitled(Kind.ADR, number, "Second title")).isEqualTo(200);
        assertThat(desk.retitled(Kind.ADR, number, "Third title")).isEqualTo(200);
    }

    @Test
    void itIsAUnifiedDiffOfTheRevisionBeforeAndThisOne() {
        Response response = get(desk, "adrs/1/revisions/3/diff", DIFF);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        assertThat(response.contentType()).isEqualTo("text/x-diff;charset=UTF-8");
        assertThat(response.header("Vary")).isEqualTo("Accept");
        assertThat(response.asString())
                .startsWith("""
                        --- 0001-second-title.md\trevision 2
                        +++ 0001-third-title.md\trevision 3
                        @@ -1,""")
                .containsPattern("(?m)^-.*Second title")
                .containsPattern("(?m)^\\+.*Third title")
                .endsWith("\n");
    }

    @Test
    void theRevisionToStartFromCanBeNamed() {
        assertThat(get(desk, "adrs/1/revisions/3/diff?from=1&template=adr-drivers", DIFF)
                        .asString())
                .startsWith("--- 0001-partition-the-ledger.md\trevision 1\n+++ 0001-third-title.md\trevision 3\n")
                .containsPattern("(?m)^-.*Partition the ledger");
        assertThat(get(desk, "adrs/1/revisions/1/diff?from=3", DIFF).asString())
                .containsPattern("(?m)^-.*Third title")
                .containsPattern("(?m)^\\+.*Partition the ledger");
        assertThat(get(desk, "adrs/1/revisions/2/diff?from=2", DIFF).asString()).isEmpty();
    }

    @Test
    void theFirstRevisionStartsFromNothing() {
        assertThat(get(desk, "adrs/1/revisions/1/diff", DIFF).asString())
                .startsWith("--- /dev/null\n+++ 0001-partition-the-ledger.md\trevision 1\n@@ -0,0 +1,")
                .doesNotContainPattern("(?m)^[- ](?!--)");
    }

    @Test
    void jsonPatchStaysTheDefault() {
        for (String accept : new String[] {"*/*", "application/json", "text/x-diff;q=0.5, application/json"}) {
            Response response = get(desk, "adrs/1/revisions/2/diff", accept);
            assertThat(response.contentType()).startsWith("application/json");
            assertThat(response.header("Vary")).isEqualTo("Accept");
            assertThat(response.<String>path("[0].op")).isEqualTo("replace");
        }
    }

    @Test
    void whatCannotBeComparedIsRefused() {
        problem(get(desk, "adrs/1/revisions/2/diff", "text/markdown"), 406, "not-acceptable");
        problem(get(desk, "adrs/1/revisions/9/diff", DIFF), 404, "not-found");
        problem(get(desk, "adrs/1/revisions/3/diff?from=9", DIFF), 404, "not-found");
        problem(get(desk, "adrs/2/revisions/1/diff", DIFF), 404, "not-found");
        refuses(get(desk, "adrs/1/revisions/3/diff?from=0", DIFF), "from", "type");
        refuses(get(desk, "adrs/1/revisions/3/diff?from=x", DIFF), "from", "type");
        refuses(get(desk, "adrs/1/revisions/3/diff?template=rfc", DIFF), "template", "other-kind");
        refuses(get(desk, "adrs/1/revisions/3/diff?template=x", DIFF), "template", "unknown");
        Desk hidden = Texts.restricted();
        hidden.created(Kind.ADR, Desk.complete(Kind.ADR));
        problem(desk.request().accept(DIFF).get(path(hidden, "adrs/1/revisions/1/diff")), 404, "not-found");
    }
}

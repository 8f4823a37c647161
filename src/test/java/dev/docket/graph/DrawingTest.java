package dev.docket.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.docket.Api;
import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * No title breaks the text that it stands in, or is taken for a part of it. The texts are left in
 * {@code target/graphs}, each beside what it says, for {@code .ci/graphs}, which has the real tools read them.
 */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class DrawingTest {

    private static final List<String> TITLES = List.of(
            "Partition the ledger by month",
            "end",
            "subgraph",
            "graph TD",
            "a \"quoted\" title",
            "\"",
            "\"]",
            "\"] --> n1[\"",
            "a'b`c`",
            "`**bold**`",
            "[x](javascript:alert(1))",
            "(((x)))",
            "{{x}} {x} >x]",
            "@{ shape: cyl }",
            "a --> b",
            "a|b|c",
            "%%",
            "%% a comment",
            "%%{init: {\"theme\": \"dark\", \"securityLevel\": \"loose\"}}%%",
            "--- title: x ---",
            "click n0 href \"javascript:alert(1)\"",
            "classDef over fill:#f00;",
            "style n0 fill:#f00;",
            "linkStyle 0 stroke:#f00;",
            "n0:::over",
            ";",
            "a; b",
            "#quot;",
            "#35;",
            "&quot; &amp; &lt; &#34;",
            "ﬂ°°60¶ß ﬂ°lt¶ß",
            "<script>alert(1)</script>",
            "<b>bold</b><br/>next",
            "<<TABLE><TR><TD>x</TD></TR></TABLE>>",
            "</text><svg onload=alert(1)>",
            "$$x^2$$",
            "fa:fa-ban",
            "\\",
            "\\\\",
            "\\\"",
            "ends in \\",
            "\\N \\G \\E \\l \\r \\n",
            "// no comment /* here */",
            "digraph { a -> b }",
            "strict graph \"x\" { }",
            "two\nlines",
            "tab\tand\rreturn",
            "line\u2028separator\u0085and\u0001control",
            "turned \u202e around \u2066x\u2069",
            "Überraschung für Ångström",
            "日本語の題",
            "عنوان بالعربية",
            "e\u0301 and \u200b nothing",
            "😀 👩‍👩‍👧 🏳️‍🌈",
            "x".repeat(200));

    private static final Path TEXTS = Path.of("target", "graphs");

    /** What every line of a Mermaid text is, whatever the titles are. */
    private static final Pattern MERMAID = Pattern.compile(
            "flowchart LR|  n\\d+\\[\"[\\p{L}\\p{Nd}\\- .,()/#;]*<br/>[\\p{L}\\p{Nd}\\- .,()/#;]*\"]|  n\\d+ -->\\|[a-z-]+\\| n\\d+"
                    + "|  classDef (open|over) [a-z-]+:[0-9.]+|  class n\\d+(,n\\d+)* (open|over)");

    /** What every line of a Graphviz text is. */
    private static final Pattern GRAPHVIZ = Pattern.compile(
            "digraph docket \\{|}|  rankdir=LR|  node \\[shape=box]|  \"[^\"\\\\]+\" -> \"[^\"\\\\]+\" \\[label=\"[a-z-]+\"]"
                    + "|  \"[^\"\\\\]+\" \\[label=\"(?:[^\"\\\\]|\\\\[\\\\\"n])*\"(?: [a-z]+=[a-z]+)*]");

    @Test
    void noTitleBreaksOutOfItsPlace() throws IOException {
        String project = Api.project();
        String other = Api.project();
        create(other, "Elsewhere", List.of());
        for (int i = 0; i < TITLES.size(); i++) {
            create(project, TITLES.get(i), i == 0 ? List.of(other + "/ADR-0001") : List.of("ADR-0001", ref(i)));
        }
        leave("hostile", "/api/v1/projects/" + project + "/graph");
        leave("one", "/api/v1/projects/" + project + "/adrs/7/graph?depth=1");
        leave("elsewhere", "/api/v1/projects/" + other + "/graph");
        leave("empty", "/api/v1/projects/" + Api.project() + "/graph");
    }

    /** Checks the texts line by line and leaves them to the tools, beside the titles and edges that they have to show. */
    private static void leave(String name, String path) throws IOException {
        Response json = Api.as(Api.ADMIN).get(path);
        String mermaid = text(path, "text/vnd.mermaid");
        String graphviz = text(path, "text/vnd.graphviz");
        assertThat(mermaid.lines()).allMatch(line -> MERMAID.matcher(line).matches());
        assertThat(graphviz.lines()).allMatch(line -> GRAPHVIZ.matcher(line).matches());
        List<String> shown = json.path("nodes.title");
        List<?> edges = json.path("edges");
        assertThat(mermaid.lines().filter(line -> line.contains("[\""))).hasSize(shown.size());
        assertThat(mermaid.lines().filter(line -> line.contains("-->"))).hasSize(edges.size());
        assertThat(graphviz.lines().filter(line -> line.contains("\" -> \""))).hasSize(edges.size());
        List<String> titles = shown.stream().map(Drawing::line).toList();
        Files.createDirectories(TEXTS);
        Files.writeString(TEXTS.resolve(name + ".mmd"), mermaid);
        Files.writeString(TEXTS.resolve(name + ".dot"), graphviz);
        Files.writeString(
                TEXTS.resolve(name + ".json"),
                new ObjectMapper()
                        .writeValueAsString(
                                Map.of("ids", json.path("nodes.id"), "titles", titles, "edges", edges.size())));
    }

    private static String text(String path, String type) {
        Response text = Api.as(Api.ADMIN).accept(type).get(path);
        assertThat(text.statusCode()).as(text.asString()).isEqualTo(200);
        assertThat(text.contentType().toLowerCase(java.util.Locale.ROOT)).isEqualTo(type + ";charset=utf-8");
        assertThat(text.header("Vary")).isEqualTo("Accept");
        return new String(text.asByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String ref(int number) {
        return "ADR-%04d".formatted(number);
    }

    private static void create(String project, String title, List<String> targets) {
        List<Map<String, String>> links = IntStream.range(0, targets.size())
                .mapToObj(i -> Map.of("rel", i == 0 ? "depends-on" : "amends", "target", targets.get(i)))
                .toList();
        Response created = Api.as(Api.ADMIN)
                .contentType(ContentType.JSON)
                .body(Map.of("title", title, "links", links))
                .post("/api/v1/projects/" + project + "/adrs");
        assertThat(created.statusCode()).as(title + created.asString()).isEqualTo(201);
    }

    @Test
    void whoeverDoesNotSayWhatItAcceptsGetsJson() {
        String path = "/api/v1/projects/" + Api.project() + "/graph";
        assertThat(Api.as(Api.ADMIN).get(path).contentType()).startsWith("application/json");
        assertThat(Api.as(Api.ADMIN)
                        .accept("text/vnd.graphviz;q=0.9, text/vnd.mermaid")
                        .get(path)
                        .asString())
                .startsWith("flowchart");
        assertThat(Api.as(Api.ADMIN).accept("text/html").get(path).statusCode()).isEqualTo(406);
    }
}

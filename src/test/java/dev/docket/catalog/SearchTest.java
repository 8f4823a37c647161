package dev.docket.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.document.Desk;
import dev.docket.document.content.Kind;
import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Search: by what a document is found, in which order, and what is shown of it. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class SearchTest {

    private Desk desk;

    @BeforeEach
    void begin() {
        desk = Desk.ofNewProject();
    }

    private int document(String title, Map<String, ?> more) {
        Map<String, Object> body = new java.util.HashMap<>(more);
        body.put("title", title);
        return desk.created(Kind.ADR, body);
    }

    private Response search(String words) {
        Response answer = desk.request().queryParam("q", words).get("/api/v1/projects/" + desk.project() + "/adrs");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer;
    }

    private List<Integer> found(String words) {
        return search(words).path("items.number");
    }

    @Test
    void aDocumentIsFoundByWhateverPeopleWroteInIt() {
        document("Something else", Map.of());
        int number = document(
                "Partition the ledger",
                Map.of(
                        "context", Map.of("problem", "Closing a month takes hours."),
                        "options", List.of(Map.of("name", "Sharding", "pros", List.of("Elasticity"))),
                        "risks", List.of(Map.of("description", "Forgotten keys", "mitigation", "Linting")),
                        "deciders", List.of("Noor Haddad"),
                        "tags", List.of("cold-storage"),
                        "components", List.of("billing"),
                        "extraSections", List.of(Map.of("heading", "Appendix", "text", "The *quorum* of nodes."))));
        for (String words : List.of(
                "ledger",
                "LEDGERS",
                "partitioning",
                "\"closing a month\"",
                "shard",
                "elasticity",
                "forgotten key",
                "lint",
                "haddad",
                "cold-storage",
                "storage",
                "billing",
                "quorum",
                "ledger -archive",
                "archive or ledger",
                "ADR-0002",
                "adr-2",
                desk.project() + "/ADR-2",
                "2")) {
            assertThat(found(words)).as(words).containsExactly(number);
        }
        assertThat(found(desk.principal())).as("who wrote both").hasSize(2);
        for (String words : List.of("archive", "ledger -month", "\"month closing\"", "the of", "ADR-3")) {
            assertThat(found(words)).as(words).isEmpty();
        }
    }

    @Test
    void whatIsCalledSoComesFirstAndThenTheBest() {
        int prose = document("One thing", Map.of("context", Map.of("problem", "It is about the ledger.")));
        int title = document("The ledger", Map.of());
        int mention = document("Mentions", Map.of("context", Map.of("problem", "As ADR-0002 says, and 2 others.")));
        assertThat(found("ledger")).containsExactly(title, prose);
        assertThat(found("ADR-2").get(0)).isEqualTo(title);
        assertThat(found("2")).containsExactly(title, mention);
    }

    @Test
    void snippetsShowWhereTheWordsStandAndAreNeverMarkup() {
        document(
                "Ledger",
                Map.of(
                        "context",
                        Map.of(
                                "problem",
                                "x ".repeat(200) + "<b>Partitions</b> of the \uE000ledger\uE001 & more. "
                                        + "y ".repeat(200))));
        List<Map<String, Object>> snippet = search("partition ledger").path("items[0].snippet");
        assertThat(snippet.stream()
                        .filter(each -> Boolean.TRUE.equals(each.get("hit")))
                        .map(each -> each.get("text")))
                .containsExactly("Partitions", "ledger");
        String text = snippet.stream().map(each -> (String) each.get("text")).collect(Collectors.joining());
        assertThat(text).contains("<b>Partitions</b> of the  ledger  & more.").hasSizeLessThanOrEqualTo(240);
    }

    @Test
    void lettersAreTheSameInWhateverFormTheyCome() {
        int number = document("Ünïcode für Größe", Map.of("context", Map.of("problem", "قرار معماري و קבלת החלטות")));
        assertThat(found("ÜNÏCODE")).containsExactly(number);
        assertThat(found(Normalizer.normalize("größe", Normalizer.Form.NFD))).containsExactly(number);
        assertThat(found("معماري")).containsExactly(number);
        assertThat(found("החלטות")).containsExactly(number);
        assertThat(search("größe").<String>path("items[0].snippet.find { it.hit }.text"))
                .isEqualTo("Größe");
    }

    @Test
    void questionsThatMakeNoSenseFindNothing() {
        document("Ledger", Map.of());
        for (String words : List.of(
                "-",
                "\"",
                "\"\"",
                "or",
                "OR or",
                "- -",
                "!!! &&& |||",
                ":*",
                "'",
                "\\",
                "()",
                "<->",
                "\"ledger month",
                "a",
                "ledger:*B & x",
                "\u202Eregdel",
                "\u0301\u0301",
                "(((((",
                "%",
                "x".repeat(500),
                "😀")) {
            assertThat(found(words)).as(words).isEmpty();
        }
        assertThat(found("\"ledger")).as("an open quote").hasSize(1);
        assertThat(found("ledger -")).as("nothing excluded").hasSize(1);
        assertThat(found("  ")).as("no words: the list").hasSize(1);
    }

    @Test
    void whatIsWrittenIsFoundAtOnceAndWhatIsGoneIsNot() {
        int number = document("First words", Map.of());
        assertThat(desk.retitled(Kind.ADR, number, "Other terms")).isEqualTo(200);
        assertThat(found("first")).isEmpty();
        assertThat(found("terms")).containsExactly(number);
    }

    @Test
    void restrictedProjectsAreFoundByMembersOnly() {
        String secret = Api.project(Map.of("visibility", "restricted"));
        Desk insider = Desk.of(Api.unique("insider"), secret, List.of("author"), List.of());
        String word = "w" + secret.replaceAll("\\W", "");
        insider.created(Kind.RFC, Map.of("title", "About " + word, "tags", List.of(word)));
        for (String question : List.of(
                "q=" + word,
                "tag=" + word,
                "q=" + secret + "/RFC-1",
                "ref=" + secret + "/RFC-1",
                "project=" + secret)) {
            String path = "/api/v1/documents?facets=status,tag,project&" + question;
            assertThat(insider.request().get(path).<List<?>>path("items"))
                    .as(question)
                    .hasSize(1);
            Response stranger = desk.request().get(path);
            assertThat(stranger.<List<?>>path("items")).as(question).isEmpty();
            assertThat(stranger.<Integer>path("facets.counted")).as(question).isZero();
            assertThat(stranger.asString()).doesNotContain(secret);
            String stream = "/api/v1/documents?" + question;
            assertThat(desk.request()
                            .header("Accept", "application/x-ndjson")
                            .get(stream)
                            .asString())
                    .isEmpty();
        }
        assertThat(desk.request().get("/api/v1/projects/" + secret + "/rfcs").statusCode())
                .isEqualTo(404);
    }
}

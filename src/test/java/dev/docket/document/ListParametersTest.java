package dev.docket.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.document.content.Kind;
import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What may be asked of a list is answered, page after page, however odd it looks. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class ListParametersTest {

    private static final List<String> TAGS = List.of("storage", "a-b", "0", "x".repeat(50));

    /** Each can be said in {@code q}; after "or ledger" each finds what is there as well. */
    private static final List<String> WORDS = List.of(
            "ledger",
            "\"the ledger\"",
            "\"ledger",
            "\"",
            "-",
            "--",
            "-nobody",
            "or",
            "'",
            "''",
            "l'edger",
            "\\",
            "\\'",
            "a\\b",
            ":",
            "a:b",
            ":words",
            ":words or ?",
            "?",
            "a ? b",
            "?1",
            "$1",
            "a & b | !c",
            "a <-> b",
            "(",
            "a(b",
            "{",
            "{x}",
            "{x:[a-z]}",
            "%",
            "%25",
            "%00",
            "100%",
            "%7Bx%7D",
            "+",
            "a+b",
            "&",
            "a=b&c=d",
            ";",
            "#",
            "*",
            "l*",
            "/* */",
            "'; DROP TABLE document; --",
            "$$",
            "é",
            "日本語",
            "\ud83d\ude00",
            "\u202e",
            "\u00a0",
            "\ufeff",
            "\u0001",
            "\t",
            "\r\n",
            "x".repeat(490),
            "\"".repeat(490),
            "-x ".repeat(160),
            "or ".repeat(160));

    private static final Pattern NEXT = Pattern.compile("<(.*)>; rel=\"next\"");

    private Desk desk;

    @BeforeEach
    void threeDocuments() {
        desk = Desk.ofNewProject();
        for (int i = 0; i < 3; i++) {
            desk.created(Kind.ADR, Desk.with(Desk.complete(Kind.ADR), "tags", TAGS));
        }
    }

    @Test
    void anyWordsCanBeSearchedFor() {
        List<String> failures = new ArrayList<>();
        for (String words : WORDS) {
            for (String q : List.of(words, words + " or ledger")) {
                Response page =
                        desk.request().queryParam("q", q).queryParam("limit", 1).get(desk.path(Kind.ADR));
                check("q=" + q, page, failures);
            }
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void anyTagCanBeAskedFor() {
        List<String> failures = new ArrayList<>();
        for (String tag : TAGS) {
            Response page = desk.request()
                    .queryParam("tag", tag, "nobody-has-it")
                    .queryParam("q", "-{x}")
                    .queryParam("limit", 1)
                    .get(desk.path(Kind.ADR));
            assertThat(page.<String>path("nextCursor")).as(page.asString()).isNotNull();
            check("tag=" + tag, page, failures);
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void whatNoListHasIsRefused() {
        List<String> failures = new ArrayList<>();
        Stream.concat(WORDS.stream(), Stream.of("\0"))
                .filter(word -> !word.matches("[a-z0-9-]+"))
                .forEach(word -> {
                    for (String parameter : List.of("tag", "status", "cursor", "limit")) {
                        Response refused =
                                desk.request().queryParam(parameter, word).get(desk.path(Kind.ADR));
                        if (refused.statusCode() != 400) {
                            failures.add(
                                    parameter + "=" + word + ": " + refused.statusCode() + " " + refused.asString());
                        }
                    }
                });
        for (String q : List.of("\0", "a\0b", "x".repeat(501))) {
            assertThat(desk.request()
                            .queryParam("q", q)
                            .get(desk.path(Kind.ADR))
                            .statusCode())
                    .isEqualTo(400);
        }
        assertThat(failures).isEmpty();
    }

    /** The page, and all that follow it. */
    private void check(String asked, Response first, List<String> failures) {
        Response page = first;
        for (int pages = 1; page != null; pages++) {
            if (page.statusCode() != 200 || pages > 3) {
                failures.add("page %d of %s: %d %s".formatted(pages, asked, page.statusCode(), page.asString()));
                return;
            }
            page = next(page);
        }
    }

    private @Nullable Response next(Response page) {
        String link = page.header("Link");
        if (link == null) {
            return null;
        }
        Matcher next = NEXT.matcher(link);
        assertThat(next.matches()).as(link).isTrue();
        URI uri = URI.create("http://localhost:" + RestAssured.port + "/").resolve(next.group(1));
        return desk.request().urlEncodingEnabled(false).get(uri.toASCIIString());
    }
}

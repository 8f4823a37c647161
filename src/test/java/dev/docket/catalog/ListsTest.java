package dev.docket.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.Api;
import dev.docket.TestClock;
import dev.docket.postgres.TestPostgres;
import dev.docket.proof.Tally;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every list, filter, sort, page, view and facet answers what looking at every document answers. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class ListsTest {

    @Inject
    TestClock clock;

    @Test
    void listsAnswerAsLookingAtEveryDocumentDoes() {
        compare(40, 120, 20261128);
    }

    @Test
    @Tag("long")
    void manyListsAnswerAsLookingAtEveryDocumentDoes() {
        for (int seed = 0; seed < 4; seed++) {
            compare(150, 500, seed);
        }
    }

    private void compare(int documents, int questions, long seed) {
        Random random = new Random(seed);
        Holdings holdings = new Holdings(random).make(documents, clock);
        PlainAnswer plain = new PlainAnswer(holdings.documents, holdings.hiddenFrom);
        FewOrMany few = FewOrMany.installed();
        for (int i = 0; i < questions; i++) {
            few.many(random.nextBoolean());
            String caller = holdings.any(List.of(Api.ADMIN, holdings.insider, holdings.stranger));
            Map<String, List<String>> question = question(holdings, random);
            List<ObjectNode> expected = plain.to(question, caller);
            check(random, caller, question, expected);
        }
        Tally.count("catalog: lists as looking at every document", questions);
    }

    private static void check(
            Random random, String caller, Map<String, List<String>> question, List<ObjectNode> expected) {
        int limit = 4 + random.nextInt(30);
        boolean whole = random.nextInt(4) == 0;
        boolean facets = random.nextInt(4) == 0;
        String name = question + " limit " + limit;
        List<String> found = new ArrayList<>();
        List<ObjectNode> wholes = new ArrayList<>();
        String cursor = null;
        do {
            Response page = ask(caller, question, limit, cursor, whole, facets);
            assertThat(page.statusCode()).as(name + page.asString()).isEqualTo(200);
            List<String> subjects = subjects(page);
            assertThat(subjects).as(name).hasSizeLessThanOrEqualTo(limit);
            found.addAll(subjects);
            if (whole) {
                wholes.addAll(Pages.items(page));
            }
            if (facets) {
                counted(page, name, expected);
            }
            cursor = page.path("nextCursor");
            assertThat(page.headers().hasHeaderWithName("Link")).as(name).isEqualTo(cursor != null);
        } while (cursor != null);
        List<String> wanted = expected.stream().map(ListsTest::subject).toList();
        boolean ranked = question.containsKey("q") && !question.containsKey("sort");
        if (ranked) {
            assertThat(found).as(name).containsExactlyInAnyOrderElementsOf(wanted);
        } else {
            assertThat(found).as(name).containsExactlyElementsOf(wanted);
            assertThat(wholes).as(name).isEqualTo(whole ? expected : List.of());
        }
    }

    private static void counted(Response page, String name, List<ObjectNode> expected) {
        assertThat(page.<Boolean>path("facets.exact")).as(name).isTrue();
        assertThat(page.<Integer>path("facets.counted")).as(name).isEqualTo(expected.size());
        assertThat(counts(page, "status")).as(name).isEqualTo(PlainAnswer.counts(expected, "status"));
        assertThat(counts(page, "tag")).as(name).isEqualTo(PlainAnswer.counts(expected, "tags"));
        assertThat(counts(page, "project")).as(name).isEqualTo(PlainAnswer.counts(expected, "project"));
    }

    private static Map<String, Integer> counts(Response page, String facet) {
        Map<String, Integer> counts = new TreeMap<>();
        page.<List<Map<String, Object>>>path("facets." + facet)
                .forEach(each -> counts.put((String) each.get("value"), (Integer) each.get("count")));
        return counts;
    }

    private static Response ask(
            String caller,
            Map<String, List<String>> question,
            int limit,
            @Nullable String cursor,
            boolean whole,
            boolean facets) {
        RequestSpecification request = Api.as(caller).queryParam("limit", limit);
        question.forEach((name, values) -> request.queryParam(name, values.toArray()));
        if (cursor != null) {
            request.queryParam("cursor", cursor);
        }
        if (whole) {
            request.queryParam("view", "full");
        }
        if (facets) {
            request.queryParam("facets", "status,tag,project");
        }
        return request.get("/api/v1/documents");
    }

    private static String subject(ObjectNode document) {
        return document.path("project").asText() + "/" + document.path("ref").asText();
    }

    private static List<String> subjects(Response page) {
        return Pages.items(page).stream().map(ListsTest::subject).toList();
    }

    private static Map<String, List<String>> question(Holdings holdings, Random random) {
        Map<String, List<String>> question = new TreeMap<>();
        put(question, random, 0.3, "project", some(random, holdings.projects()));
        put(question, random, 0.2, "kind", some(random, List.of("adr", "rfc")));
        put(
                question,
                random,
                0.3,
                "status",
                some(
                        random,
                        List.of(
                                "draft",
                                "proposed",
                                "accepted",
                                "rejected",
                                "implemented",
                                "deprecated",
                                "superseded",
                                "withdrawn")));
        put(question, random, 0.2, "inForce", List.of(Boolean.toString(random.nextBoolean())));
        put(question, random, 0.3, "tag", some(random, Holdings.TAGS));
        put(question, random, 0.1, "decider", some(random, Holdings.PEOPLE));
        put(question, random, 0.1, "author", some(random, List.of("NOOR  haddad", "Ada Byron", "nobody at all")));
        put(
                question,
                random,
                0.1,
                "ref",
                some(
                        random,
                        List.of(
                                "1",
                                "ADR-2",
                                "rfc-0003",
                                holdings.open.get(0) + "/ADR-0001",
                                holdings.secret + "/ADR-1")));
        put(
                question,
                random,
                0.1,
                "updatedSince",
                List.of(OffsetDateTime.now(ZoneOffset.ofHours(2))
                        .minusDays(random.nextInt(900))
                        .toString()));
        put(
                question,
                random,
                0.1,
                "decidedFrom",
                List.of(OffsetDateTime.now(ZoneOffset.UTC)
                        .minusDays(random.nextInt(900))
                        .toLocalDate()
                        .toString()));
        put(
                question,
                random,
                0.1,
                "decidedTo",
                List.of(OffsetDateTime.now(ZoneOffset.UTC)
                        .minusDays(random.nextInt(900))
                        .toLocalDate()
                        .toString()));
        put(question, random, 0.1, "reviewBefore", List.of("20%02d-06-01".formatted(20 + random.nextInt(12))));
        put(question, random, 0.2, "q", List.of(words(random)));
        boolean ours = question.containsKey("project") && random.nextBoolean();
        if (!ours) {
            question.put("component", List.of(holdings.mark));
        } else {
            put(question, random, 0.3, "component", some(random, Holdings.COMPONENTS));
        }
        List<String> sorts = new ArrayList<>(
                List.of("number", "-number", "updated", "-updated", "decided", "-decided", "title", "-title"));
        if (question.containsKey("reviewBefore")) {
            sorts.addAll(List.of("review", "-review"));
        }
        put(question, random, 0.6, "sort", List.of(sorts.get(random.nextInt(sorts.size()))));
        return question;
    }

    private static String words(Random random) {
        String one = Holdings.WORDS.get(random.nextInt(Holdings.WORDS.size()));
        String other = Holdings.WORDS.get(random.nextInt(Holdings.WORDS.size()));
        return switch (random.nextInt(4)) {
            case 0 -> one;
            case 1 -> one + " " + other;
            case 2 -> one + " or " + other;
            default -> one + " -" + other;
        };
    }

    private static List<String> some(Random random, List<String> from) {
        List<String> some = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            some.add(from.get(random.nextInt(from.size())));
        }
        return some;
    }

    private static void put(
            Map<String, List<String>> question, Random random, double chance, String name, List<String> values) {
        if (random.nextDouble() < chance) {
            question.put(name, values);
        }
    }

    /** The items of a page as they came. */
    private static final class Pages {
        static List<ObjectNode> items(Response page) {
            try {
                List<ObjectNode> items = new ArrayList<>();
                new com.fasterxml.jackson.databind.ObjectMapper()
                        .readTree(page.asByteArray())
                        .path("items")
                        .forEach(item -> items.add((ObjectNode) item));
                return items;
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}

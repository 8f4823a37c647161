package dev.docket.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which principals there are, for those who look after them. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class PrincipalsTest {

    static final String PRINCIPALS = "/api/v1/principals";

    @Test
    void theyAreListedByNameAndKindAPageAtATime() {
        String prefix = Api.unique("kin");
        List<String> names = Stream.of(".b", "-c", "A", "a").map(prefix::concat).toList();
        names.forEach(name -> Api.token(Map.of("principal", name, "name", "x", "kind", kind(name))));

        assertThat(walk("?limit=1&q=" + prefix))
                .containsExactly(prefix + "-c", prefix + ".b", prefix + "A", prefix + "a");
        assertThat(walk("?limit=1&kind=person&q=" + prefix)).containsExactly(prefix + "A", prefix + "a");
        assertThat(walk("?q=" + prefix + ".")).containsExactly(prefix + ".b");
        assertThat(walk("?q=" + prefix + "z")).isEmpty();
    }

    @Test
    void oneIsShownAsItIsKnown() {
        String mira = Api.unique("mira");
        Api.token(Map.of("principal", mira, "name", "x", "kind", "person", "displayName", "Mira Holt"));
        Response found = Api.as(auditor()).get(PRINCIPALS + "?q=" + mira);
        assertThat(found.<List<Map<String, Object>>>path("items"))
                .singleElement()
                .satisfies(each -> assertThat(each)
                        .containsEntry("name", mira)
                        .containsEntry("kind", "person")
                        .containsEntry("displayName", "Mira Holt")
                        .containsEntry("globalRoles", List.of())
                        .containsEntry("groups", List.of())
                        .containsKeys("id", "createdAt"));
        assertThat(Api.as(Api.principalToken(mira)).get(PRINCIPALS).statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "q=%25, q pattern",
        "q=group:a, q pattern",
        "kind=robot, kind value",
        "limit=0, limit too-small",
        "cursor=!!, cursor cursor",
        "colour=red, colour unknown"
    })
    void aParameterThatMeansNothingIsRefused(String query, String error) {
        Response refused = Api.as(Api.ADMIN).urlEncodingEnabled(false).get(PRINCIPALS + "?" + query);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("errors[0].parameter") + " " + refused.path("errors[0].code"))
                .isEqualTo(error);
    }

    @Test
    void aCursorGoesWithItsFilter() {
        String cursor = Api.as(Api.ADMIN).get(PRINCIPALS + "?limit=1&q=a").path("nextCursor");
        assertThat(Api.as(Api.ADMIN).get(PRINCIPALS + "?q=b&cursor=" + cursor).statusCode())
                .isEqualTo(400);
    }

    private static String kind(String name) {
        return name.endsWith("A") || name.endsWith("a") ? "person" : "service-account";
    }

    private static String auditor() {
        return Api.token(Map.of("principal", Api.unique("eye"), "name", "x", "globalRoles", List.of("auditor")))
                .path("token");
    }

    private static List<String> walk(String query) {
        List<String> names = new ArrayList<>();
        for (String cursor = ""; cursor != null; ) {
            Response page = Api.as(Api.ADMIN).get(PRINCIPALS + query + cursor);
            assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
            names.addAll(page.<List<String>>path("items.name"));
            String next = page.path("nextCursor");
            cursor = next == null ? null : "&cursor=" + next;
        }
        return names;
    }
}

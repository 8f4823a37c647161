package dev.docket.contract;

import static io.restassured.config.EncoderConfig.encoderConfig;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.contract.PlantedServer.Answer;
import io.restassured.RestAssured;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractFilterTest {
    private static final URL CONTRACT =
            Objects.requireNonNull(ContractFilterTest.class.getResource("/contract/planted.yaml"));
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final String ADRS = "/api/v1/projects/payments/adrs";
    private static final String LATEST = ADRS + "/latest";

    private static final RestAssuredConfig LINES_AS_TEXT = RestAssured.config()
            .encoderConfig(encoderConfig().encodeContentTypeAs("application/x-ndjson", ContentType.TEXT));

    private static PlantedServer server;

    private final ContractFilter filter = ContractFilter.of(CONTRACT, "/q/");

    @BeforeAll
    static void start() throws IOException {
        server = new PlantedServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'number': 1, 'title': 'Use PostgreSQL', 'status': 'accepted', 'createdAt': '2026-01-01T00:00:00Z'}",
                "{'number': 1, 'title': 'T', 'reviewOn': '2026-01-31', 'context': {'problem': 'P'}}",
                "{'number': 1, 'title': 'T', 'reviewOn': null, 'options': [{'id': 'a', 'pros': [{'text': 'P'}]}]}",
                "{'number': 1, 'title': 'T', 'labels': {'any': 'name'}, 'metadata': {'any': {'thing': [1]}}}",
                "{'number': 1, 'title': 'T', 'value': {'any': {'thing': 1}}, 'source': [{'a': 1}]}",
                "{'number': 1, 'title': 'T', 'parent': {'number': 2, 'title': 'T', 'parent': {'number': 3, 'title': 'T'}}}",
                "null"
            })
    void passesAResponseThatKeepsTheContract(String body) {
        server.answers(Answer.of(200, JSON, json(body)));

        assertThatCode(() -> given().get(LATEST)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'number': 'one', 'title': 'T'}                                        | at '/number': string found, integer expected
            {'number': 1}                                                          | at '': required property 'title' not found
            {'number': 1, 'title': null}                                           | at '/title': null found, string expected
            {'number': 1, 'title': 'longer than twenty chars'}                     | at '/title': must be at most 20 characters long
            {'number': 1, 'title': 'T', 'status': 'open'}                          | at '/status': does not have a value in the enumeration
            {'number': 1, 'title': 'T', 'createdAt': '2026-01-01'}                 | at '/createdAt': does not match the date-time pattern
            {'number': 1, 'title': 'T', 'reviewOn': '2026-02-30'}                  | at '/reviewOn': does not match the date pattern
            {'number': 1, 'title': 'T', 'extra': 1}                                | at '': property 'extra' is not evaluated
            {'number': 1, 'title': 'T', 'secret': 'S'}                             | at '': property 'secret' is not evaluated
            {'number': 1, 'title': 'T', 'context': {'extra': 1}}                   | at '/context': property 'extra' is not evaluated
            {'number': 1, 'title': 'T', 'options': [{'id': 'a', 'extra': 1}]}      | at '/options/0': property 'extra' is not evaluated
            {'number': 1, 'title': 'T', 'options': [{'pros': [{'extra': 1}]}]}     | at '/options/0/pros/0': property 'extra' is not evaluated
            {'number': 1, 'title': 'T', 'parent': {'number': 2, 'title': 'T', 'extra': 1}} | at '/parent': property 'extra' is not evaluated
            {'number': 1, 'title': 'T', 'labels': {'any': 1}}                      | at '/labels/any': integer found, string expected
            {'number': 1, 'title': 'T', 'number': 2}                               | body is not JSON: Duplicate field 'number'
            {'number': 1, 'title': 'T'}]} {'items': [{}                            | body is not JSON: Trailing token
            """)
    void failsOnABodyThatBreaksItsSchema(String body, String complaint) {
        server.answers(Answer.of(200, JSON, "{\"items\": [%s]}".formatted(json(body))));

        assertThatThrownBy(() -> given().get(ADRS))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("GET http://localhost:%d%s -> 200 breaks the contract", server.port(), ADRS)
                .hasMessageContaining(complaint.replace("at '", "body at '/items/0"));
    }

    @Test
    void namesOnlyTheErrorAndNotTheObjectsAroundIt() {
        server.answers(Answer.of(
                200, JSON, json("{'items': [{'number': 1, 'title': 'T', 'options': [{'extra': 1}], 'context': {}}]}")));

        assertThatThrownBy(() -> given().get(ADRS))
                .hasMessageContaining("- body at '/items/0/options/0': property 'extra'")
                .hasMessageNotContaining("property 'items'")
                .hasMessageNotContaining("property 'number'")
                .hasMessageNotContaining("property 'options'");
    }

    @Test
    void keepsALongReportShort() {
        String items = Stream.generate(() -> "{}").limit(2_000).collect(joining(","));
        server.answers(Answer.of(200, JSON, "{\"items\": [%s]}".formatted(items)));

        assertThatThrownBy(() -> given().get(ADRS))
                .message()
                .hasSizeLessThan(5_000)
                .contains("- body at '/items/0'")
                .endsWith("…");
    }

    @Test
    void failsOnAStatusThatIsNotDocumented() {
        server.answers(Answer.of(202, JSON, "{}"));

        assertThatThrownBy(() -> given().get(ADRS)).hasMessageContaining("- status 202; documented: [200, 304, 4XX]");
    }

    @Test
    void failsOnAContentTypeThatIsNotDocumented() {
        server.answers(Answer.of(200, "application/xml", "<adr/>"));

        assertThatThrownBy(() -> given().get(LATEST))
                .hasMessageContaining("- content of type 'application/xml'; documented: [application/json]");
    }

    @Test
    void failsOnContentWhereNoneIsDocumented() {
        server.answers(Answer.of(304, JSON, ""));
        assertThatCode(() -> given().get(ADRS)).doesNotThrowAnyException();

        server.answers(Answer.of(404, "text/plain", "no"));
        assertThatThrownBy(() -> given().get(ADRS))
                .hasMessageContaining("- content of type 'text/plain'; documented: [application/problem+json]");
    }

    @Test
    void failsWhereContentIsMissing() {
        server.answers(new Answer(200, Map.of(), ""));

        assertThatThrownBy(() -> given().get(LATEST))
                .hasMessageContaining("- content of type ''; documented: [application/json]");
        assertThatThrownBy(() -> given().get("/nothing"))
                .hasMessageContaining("- no such operation, but status 200 of type ''");
    }

    @Test
    void failsOnAMissingRequiredHeaderOnly() {
        server.answers(new Answer(200, Map.of("Content-Type", JSON), "{\"items\": []}"));

        assertThatThrownBy(() -> given().get(ADRS))
                .hasMessageContaining("- no header ETag")
                .hasMessageNotContaining("Link");
    }

    @Test
    void holdsProblemsToTheirSchemaThroughAStatusRange() {
        server.answers(Answer.of(404, PROBLEM, json("{'type': '/problems/not-found', 'status': 404}")));
        assertThatCode(() -> given().get(ADRS)).doesNotThrowAnyException();

        server.answers(Answer.of(404, PROBLEM, json("{'type': 'not a reference', 'status': 404, 'trace': 'x'}")));
        assertThatThrownBy(() -> given().get(ADRS))
                .hasMessageContaining("- body at '/type': does not match the uri-reference pattern");
    }

    @Test
    void takesTheMostLiteralTemplate() {
        server.answers(Answer.of(200, JSON, "[]"));

        assertThatThrownBy(() -> given().get(LATEST)).hasMessageContaining("- body at ''");
        assertThat(filter.coverage().seen()).containsExactly("GET /api/v1/projects/{project}/adrs/latest 200");
    }

    @Test
    void holdsHeadToWhatIsDocumentedForGetExceptTheContent() {
        server.answers(Answer.of(200, JSON, ""));
        assertThatCode(() -> given().head(ADRS)).doesNotThrowAnyException();

        server.answers(new Answer(200, Map.of("Content-Type", JSON), ""));
        assertThatThrownBy(() -> given().head(ADRS)).hasMessageContaining("- no header ETag");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404, 405, 406, 415})
    void letsTheServiceRefuseWhatIsNoOperation(int status) {
        server.answers(Answer.of(status, PROBLEM, "{}"));
        assertThatCode(() -> given().put("/api/v1/nothing")).doesNotThrowAnyException();

        server.answers(Answer.of(status, "text/html", "no"));
        assertThatThrownBy(() -> given().put("/api/v1/nothing"))
                .hasMessageContaining("- no such operation, but status %d of type 'text/html'", status);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 400, 403, 500})
    void failsOnAnyOtherAnswerWhereNoOperationIsKnown(int status) {
        server.answers(Answer.of(status, PROBLEM, status == 204 ? "" : "{}"));

        assertThatThrownBy(() -> given().put(ADRS)).hasMessageContaining("- no such operation, but status %d", status);
    }

    @Test
    void leavesPathsOutsideTheContractAlone() {
        server.answers(Answer.of(200, "text/html", "<html/>"));

        assertThatCode(() -> given().get("/q/swagger-ui")).doesNotThrowAnyException();
        assertThatThrownBy(() -> given().get("/problems")).isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'title': 'longer than twenty chars'}            | accepted body at '/title': must be at most 20 characters long
            {'title': 'T', 'extra': 1}                       | accepted body at '': property 'extra' is not evaluated
            {'title': 'T', 'status': 'open'}                 | accepted body at '/status': does not have a value
            {}                                               | accepted body at '': required property 'title' not found
            """)
    void failsWhereTheServiceAcceptedWhatTheContractForbids(String request, String complaint) {
        server.answers(Answer.of(201, JSON, json("{'number': 1, 'title': 'T'}")));

        assertThatThrownBy(() -> given().contentType(JSON).body(json(request)).post(ADRS))
                .hasMessageContaining("- " + complaint);
    }

    @Test
    void letsARequestLeaveOutWhatTheServerOwnsAndCarryWhatOnlyClientsSend() {
        server.answers(Answer.of(201, JSON, json("{'number': 1, 'title': 'T'}")));

        assertThatCode(() -> given().contentType(JSON)
                        .body(Map.of("title", "T", "secret", "S", "number", 1))
                        .post(ADRS))
                .doesNotThrowAnyException();
        assertThatCode(() -> given().contentType(JSON)
                        .body(json("{'title': 'T'}").getBytes(UTF_8))
                        .post(ADRS))
                .doesNotThrowAnyException();
    }

    @Test
    void doesNotLookIntoARequestThatWasRefused() {
        server.answers(Answer.of(422, PROBLEM, json("{'type': '/problems/invalid', 'status': 422}")));

        assertThatCode(() -> given().contentType(JSON).body("{}").post(ADRS)).doesNotThrowAnyException();
    }

    @Test
    void failsWhereTheServiceAcceptedAnotherTypeOrNothing() {
        server.answers(Answer.of(201, JSON, json("{'number': 1, 'title': 'T'}")));

        assertThatThrownBy(
                        () -> given().contentType("text/markdown").body("# T").post(ADRS))
                .hasMessageContaining("- accepted a body of type 'text/markdown")
                .hasMessageContaining("documented: [application/json, application/x-ndjson]");
        assertThatThrownBy(() -> given().post(ADRS))
                .hasMessageContaining("- accepted without the body that the contract requires");
    }

    @Test
    void looksNeitherIntoPatchesNorIntoStreams() {
        server.answers(Answer.of(200, JSON, json("{'number': 1, 'title': 'T'}")));
        assertThatCode(() -> given().contentType("application/merge-patch+json")
                        .body(json("{'title': null}"))
                        .patch(ADRS + "/1"))
                .doesNotThrowAnyException();

        server.answers(Answer.of(201, JSON, json("{'number': 1, 'title': 'T'}")));
        assertThatCode(() -> given().config(LINES_AS_TEXT)
                        .contentType("application/x-ndjson")
                        .body("{}\n{}")
                        .post(ADRS))
                .doesNotThrowAnyException();
    }

    @Test
    void leavesAnOpenStreamToTheTest() throws IOException {
        server.answers(Answer.of(200, "text/event-stream", "data: first\n…"));

        try (InputStream stream = given().get(ADRS).asInputStream()) {
            assertThat(stream.readNBytes("data: first".length()))
                    .asString(UTF_8)
                    .isEqualTo("data: first");
            server.endStreams();
        }
    }

    @Test
    void leavesTheBodyReadable() {
        String body = json("{'number': 1, 'title': 'Über'}");
        server.answers(Answer.of(200, JSON, body));

        Response response = given().get(LATEST);

        assertThat(response.asInputStream()).hasContent(body);
        assertThat(response.jsonPath().getString("title")).isEqualTo("Über");
    }

    @Test
    void knowsWhatNeverCame() {
        server.answers(Answer.of(200, JSON, json("{'number': 1, 'title': 'T'}")));
        given().get(LATEST);
        server.answers(Answer.of(404, PROBLEM, json("{'type': '/problems/not-found', 'status': 404}")));
        given().get(ADRS);

        assertThat(filter.coverage().seen())
                .containsExactly(
                        "GET /api/v1/projects/{project}/adrs 4XX", "GET /api/v1/projects/{project}/adrs/latest 200");
        assertThat(filter.coverage().unseen())
                .containsExactly(
                        "DELETE /api/v1/projects/{project}/adrs/{number} 204",
                        "GET /api/v1/projects/{project}/adrs 200",
                        "GET /api/v1/projects/{project}/adrs 304",
                        "PATCH /api/v1/projects/{project}/adrs/{number} 200",
                        "POST /api/v1/projects/{project}/adrs 201",
                        "POST /api/v1/projects/{project}/adrs 422");
        assertThat(filter.coverage().unexercised())
                .containsExactly(
                        "DELETE /api/v1/projects/{project}/adrs/{number}",
                        "PATCH /api/v1/projects/{project}/adrs/{number}",
                        "POST /api/v1/projects/{project}/adrs");
    }

    private RequestSpecification given() {
        return RestAssured.given().port(server.port()).filter(filter);
    }

    private static String json(String singleQuoted) {
        return singleQuoted.replace('\'', '"');
    }
}

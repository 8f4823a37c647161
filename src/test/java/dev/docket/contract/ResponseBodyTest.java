package dev.docket.contract;

import static dev.docket.contract.PlantedServer.json;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.contract.PlantedServer.Answer;
import io.restassured.response.Response;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseBodyTest {
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final String ADRS = "/api/v1/projects/payments/adrs";
    private static final String LATEST = ADRS + "/latest";

    @RegisterExtension
    static final PlantedServer server = new PlantedServer();

    private final ContractFilter filter = PlantedServer.contract();

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

        assertThatCode(() -> server.given(filter).get(LATEST)).doesNotThrowAnyException();
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
            {'number': 1, 'title': 'T', 'extra': 1}                                | at '': member 'extra' is not documented
            {'number': 1, 'title': 'T', 'secret': 'S'}                             | at '': member 'secret' is not documented
            {'number': 1, 'title': 'T', 'context': {'extra': 1}}                   | at '/context': member 'extra' is not documented
            {'number': 1, 'title': 'T', 'options': [{'id': 'a', 'extra': 1}]}      | at '/options/0': member 'extra' is not documented
            {'number': 1, 'title': 'T', 'options': [{'pros': [{'extra': 1}]}]}     | at '/options/0/pros/0': member 'extra' is not documented
            {'number': 1, 'title': 'T', 'parent': {'number': 2, 'title': 'T', 'extra': 1}} | at '/parent': member 'extra' is not documented
            {'number': 1, 'title': 'T', 'labels': {'any': 1}}                      | at '/labels/any': integer found, string expected
            {'number': 1, 'title': 'T', 'number': 2}                               | body is not JSON: Duplicate field 'number'
            {'number': 1, 'title': 'T'}]} {'items': [{}                            | body is not JSON: Trailing token
            """)
    void failsOnABodyThatBreaksItsSchema(String body, String complaint) {
        server.answers(Answer.of(200, JSON, "{\"items\": [%s]}".formatted(json(body))));

        assertThatThrownBy(() -> server.given(filter).get(ADRS))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("GET http://localhost:%d%s -> 200 breaks the contract", server.port(), ADRS)
                .hasMessageContaining(complaint.replace("at '", "body at '/items/0"));
    }

    @Test
    void namesOnlyTheErrorAndNotTheObjectsAroundIt() {
        server.answers(Answer.of(
                200, JSON, json("{'items': [{'number': 1, 'title': 'T', 'options': [{'extra': 1}], 'context': {}}]}")));

        assertThatThrownBy(() -> server.given(filter).get(ADRS))
                .hasMessageContaining("- body at '/items/0/options/0': member 'extra'")
                .hasMessageNotContaining("member 'items'")
                .hasMessageNotContaining("member 'number'")
                .hasMessageNotContaining("member 'options'");
    }

    @Test
    void keepsALongReportShort() {
        String items = Stream.generate(() -> "{}").limit(2_000).collect(joining(","));
        server.answers(Answer.of(200, JSON, "{\"items\": [%s]}".formatted(items)));

        assertThatThrownBy(() -> server.given(filter).get(ADRS))
                .message()
                .hasSizeLessThan(5_000)
                .contains("- body at '/items/0'")
                .endsWith("…");
    }

    @Test
    void holdsProblemsToTheirSchemaThroughAStatusRange() {
        server.answers(Answer.of(404, PROBLEM, json("{'type': '/problems/not-found', 'status': 404}")));
        assertThatCode(() -> server.given(filter).get(ADRS)).doesNotThrowAnyException();

        server.answers(Answer.of(404, PROBLEM, json("{'type': 'not a reference', 'status': 404, 'trace': 'x'}")));
        assertThatThrownBy(() -> server.given(filter).get(ADRS))
                .hasMessageContaining("- body at '/type': does not match the uri-reference pattern");
    }

    @Test
    void leavesTheBodyReadable() {
        String body = json("{'number': 1, 'title': 'Über'}");
        server.answers(Answer.of(200, JSON, body));

        Response response = server.given(filter).get(LATEST);

        assertThat(response.asInputStream()).hasContent(body);
        assertThat(response.jsonPath().getString("title")).isEqualTo("Über");
    }
}

package dev.docket.contract;

import static dev.docket.contract.PlantedServer.json;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.contract.PlantedServer.Answer;
import io.restassured.RestAssured;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptedRequestTest {
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final String ADRS = "/api/v1/projects/payments/adrs";
    private static final RestAssuredConfig LINES_AS_TEXT = RestAssured.config()
            .encoderConfig(encoderConfig().encodeContentTypeAs("application/x-ndjson", ContentType.TEXT));

    @RegisterExtension
    static final PlantedServer server = new PlantedServer();

    private final ContractFilter filter = PlantedServer.contract();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'title': 'longer than twenty chars'}            | accepted body at '/title': must be at most 20 characters long
            {'title': 'T', 'extra': 1}                       | accepted body at '': member 'extra' is not documented
            {'title': 'T', 'status': 'open'}                 | accepted body at '/status': does not have a value
            {}                                               | accepted body at '': required property 'title' not found
            """)
    void failsWhereTheServiceAcceptedWhatTheContractForbids(String request, String complaint) {
        server.answers(Answer.of(201, JSON, json("{'number': 1, 'title': 'T'}")));

        assertThatThrownBy(() -> server.given(filter)
                        .contentType(JSON)
                        .body(json(request))
                        .post(ADRS))
                .hasMessageContaining("- " + complaint);
    }

    @Test
    void letsARequestLeaveOutWhatTheServerOwnsAndCarryWhatOnlyClientsSend() {
        server.answers(Answer.of(201, JSON, json("{'number': 1, 'title': 'T'}")));

        assertThatCode(() -> server.given(filter)
                        .contentType(JSON)
                        .body(Map.of("title", "T", "secret", "S", "number", 1))
                        .post(ADRS))
                .doesNotThrowAnyException();
        assertThatCode(() -> server.given(filter)
                        .contentType(JSON)
                        .body(json("{'title': 'T'}").getBytes(UTF_8))
                        .post(ADRS))
                .doesNotThrowAnyException();
    }

    @Test
    void doesNotLookIntoARequestThatWasRefused() {
        server.answers(Answer.of(422, PROBLEM, json("{'type': '/problems/invalid', 'status': 422}")));

        assertThatCode(() -> server.given(filter).contentType(JSON).body("{}").post(ADRS))
                .doesNotThrowAnyException();
    }

    @Test
    void failsWhereTheServiceAcceptedAnotherTypeOrNothing() {
        server.answers(Answer.of(201, JSON, json("{'number': 1, 'title': 'T'}")));

        assertThatThrownBy(() -> server.given(filter)
                        .contentType("text/markdown")
                        .body("# T")
                        .post(ADRS))
                .hasMessageContaining("- accepted a body of type 'text/markdown")
                .hasMessageContaining("documented: [application/json, application/x-ndjson]");
        assertThatThrownBy(() -> server.given(filter).post(ADRS))
                .hasMessageContaining("- accepted without the body that the contract requires");
    }

    @Test
    void looksNeitherIntoPatchesNorIntoStreams() {
        server.answers(Answer.of(200, JSON, json("{'number': 1, 'title': 'T'}")));
        assertThatCode(() -> server.given(filter)
                        .contentType("application/merge-patch+json")
                        .body(json("{'title': null}"))
                        .patch(ADRS + "/1"))
                .doesNotThrowAnyException();

        server.answers(Answer.of(201, JSON, json("{'number': 1, 'title': 'T'}")));
        assertThatCode(() -> server.given(filter)
                        .config(LINES_AS_TEXT)
                        .contentType("application/x-ndjson")
                        .body("{}\n{}")
                        .post(ADRS))
                .doesNotThrowAnyException();
    }

    @Test
    void looksIntoBytesAsWell() {
        server.answers(Answer.of(201, JSON, json("{'number': 1, 'title': 'T'}")));

        assertThatThrownBy(() -> server.given(filter)
                        .contentType(JSON)
                        .body(json("{'title': 1}").getBytes(UTF_8))
                        .post(ADRS))
                .hasMessageContaining("- accepted body at '/title': integer found, string expected");
    }

    @Test
    void takesPartsForABody() {
        server.answers(Answer.of(200, "text/plain", "done"));

        assertThatCode(() -> server.given(filter)
                        .multiPart("file", "0001.md", new byte[] {35})
                        .post("/api/v1/imports"))
                .doesNotThrowAnyException();
    }
}

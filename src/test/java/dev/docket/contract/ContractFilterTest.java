package dev.docket.contract;

import static dev.docket.contract.PlantedServer.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.contract.PlantedServer.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractFilterTest {
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final String ADRS = "/api/v1/projects/payments/adrs";
    private static final String TOUCH = "/api/v1/touch";
    private static final String LATEST = ADRS + "/latest";

    @RegisterExtension
    static final PlantedServer server = new PlantedServer();

    private final ContractFilter filter = PlantedServer.contract();

    @Test
    void failsOnAStatusThatIsNotDocumented() {
        server.answers(Answer.of(202, JSON, "{}"));

        assertThatThrownBy(() -> server.given(filter).get(ADRS))
                .hasMessageContaining("- status 202; documented: [200, 304, 4XX]");
    }

    @Test
    void failsOnAContentTypeThatIsNotDocumented() {
        server.answers(Answer.of(200, "application/xml", "<adr/>"));

        assertThatThrownBy(() -> server.given(filter).get(LATEST))
                .hasMessageContaining("- content of type 'application/xml'; documented: [application/json]");
    }

    @Test
    void takesAnyContentTypeOfADocumentedRange() {
        server.answers(Answer.of(200, "text/markdown;charset=UTF-8", "# Title"));

        assertThatCode(() -> server.given(filter).get(ADRS)).doesNotThrowAnyException();
    }

    @Test
    void failsOnContentWhereNoneIsDocumented() {
        server.answers(Answer.of(202, JSON, ""));
        assertThatCode(() -> server.given(filter).post(TOUCH)).doesNotThrowAnyException();

        server.answers(Answer.of(202, JSON, "{}"));
        assertThatThrownBy(() -> server.given(filter).post(TOUCH))
                .hasMessageContaining("- content of type 'application/json'; none is documented");

        server.answers(Answer.of(202, "text/event-stream", "data: first\n…"));
        assertThatThrownBy(() -> server.given(filter).post(TOUCH))
                .hasMessageContaining("- content of type 'text/event-stream'; none is documented");
        server.endStreams();
    }

    @Test
    void letsNotModifiedGoWithoutContent() {
        server.answers(Answer.of(304, JSON, ""));

        assertThatCode(() -> server.given(filter).get(ADRS)).doesNotThrowAnyException();
    }

    @Test
    void failsWhereContentIsMissing() {
        server.answers(new Answer(200, Map.of(), ""));

        assertThatThrownBy(() -> server.given(filter).get(LATEST))
                .hasMessageContaining("- content of type ''; documented: [application/json]");
        assertThatThrownBy(() -> server.given(filter).get("/nothing"))
                .hasMessageContaining("- no such operation, but status 200 of type ''");
    }

    @Test
    void failsOnAMissingRequiredHeaderOnly() {
        server.answers(new Answer(200, Map.of("Content-Type", JSON), "{\"items\": []}"));

        assertThatThrownBy(() -> server.given(filter).get(ADRS))
                .hasMessageContaining("- no header ETag")
                .hasMessageNotContaining("Link");
    }

    @Test
    void takesTheMostLiteralTemplate() {
        server.answers(Answer.of(200, JSON, "[]"));

        assertThatThrownBy(() -> server.given(filter).get(LATEST)).hasMessageContaining("- body at ''");
        assertThat(filter.coverage().seen()).containsExactly("GET /api/v1/projects/{project}/adrs/latest 200");
    }

    @Test
    void holdsHeadToWhatIsDocumentedForGetExceptTheContent() {
        server.answers(Answer.of(200, JSON, ""));
        assertThatCode(() -> server.given(filter).head(ADRS)).doesNotThrowAnyException();

        server.answers(new Answer(200, Map.of("Content-Type", JSON), ""));
        assertThatThrownBy(() -> server.given(filter).head(ADRS)).hasMessageContaining("- no header ETag");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404, 405, 406, 415})
    void letsTheServiceRefuseWhatIsNoOperation(int status) {
        server.answers(Answer.of(status, PROBLEM, "{}"));
        assertThatCode(() -> server.given(filter).put("/api/v1/nothing")).doesNotThrowAnyException();

        server.answers(Answer.of(status, "text/html", "no"));
        assertThatThrownBy(() -> server.given(filter).put("/api/v1/nothing"))
                .hasMessageContaining("- no such operation, but status %d of type 'text/html'", status);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 400, 403, 500})
    void failsOnAnyOtherAnswerWhereNoOperationIsKnown(int status) {
        server.answers(Answer.of(status, PROBLEM, status == 204 ? "" : "{}"));

        assertThatThrownBy(() -> server.given(filter).put(ADRS))
                .hasMessageContaining("- no such operation, but status %d", status);
    }

    @Test
    void leavesPathsOutsideTheContractAlone() {
        server.answers(Answer.of(200, "text/html", "<html/>"));

        assertThatCode(() -> server.given(filter).get("/q/swagger-ui")).doesNotThrowAnyException();
        assertThatThrownBy(() -> server.given(filter).get("/problems")).isInstanceOf(AssertionError.class);
    }

    @Test
    void leavesAnOpenStreamToTheTest() throws IOException {
        server.answers(Answer.of(200, "text/event-stream", "data: first\n…"));

        try (InputStream stream = server.given(filter).get(ADRS).asInputStream()) {
            assertThat(stream.readNBytes("data: first".length()))
                    .asString(UTF_8)
                    .isEqualTo("data: first");
            server.endStreams();
        }
    }

    @Test
    void knowsWhatNeverCame() {
        server.answers(Answer.of(200, JSON, json("{'number': 1, 'title': 'T'}")));
        server.given(filter).get(LATEST);
        server.answers(Answer.of(404, PROBLEM, json("{'type': '/problems/not-found', 'status': 404}")));
        server.given(filter).get(ADRS);

        assertThat(filter.coverage().seen())
                .containsExactly(
                        "GET /api/v1/projects/{project}/adrs 4XX", "GET /api/v1/projects/{project}/adrs/latest 200");
        assertThat(filter.coverage().unseen())
                .containsExactly(
                        "DELETE /api/v1/projects/{project}/adrs/{number} 204",
                        "GET /api/v1/projects/{project}/adrs 200",
                        "GET /api/v1/projects/{project}/adrs 304",
                        "PATCH /api/v1/projects/{project}/adrs/{number} 200",
                        "POST /api/v1/imports default",
                        "POST /api/v1/projects/{project}/adrs 201",
                        "POST /api/v1/projects/{project}/adrs 422",
                        "POST /api/v1/touch 202");
        assertThat(filter.coverage().unexercised())
                .containsExactly(
                        "DELETE /api/v1/projects/{project}/adrs/{number}",
                        "PATCH /api/v1/projects/{project}/adrs/{number}",
                        "POST /api/v1/imports",
                        "POST /api/v1/projects/{project}/adrs",
                        "POST /api/v1/touch");
    }
}

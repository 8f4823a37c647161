package dev.docket.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenApiTest {

    @ParameterizedTest
    @CsvSource({
        "/api/v1, /api/v1/adrs",
        "/api/v1/, /api/v1/adrs",
        "/, /adrs",
        "https://docket.example.com, /adrs",
        "https://docket.example.com:8080/api/v1/, /api/v1/adrs",
        "{scheme}://{host}/api/v1, /api/v1/adrs",
        "//docket.example.com/api/v1, /api/v1/adrs",
    })
    void putsTheBasePathOfTheServerBeforeEveryPath(String server, String path) {
        OpenApi contract = OpenApi.parse("""
                servers: [{url: '%s'}]
                paths: {/adrs: {get: {}}}
                """.formatted(server));

        assertThat(contract.operations()).extracting(Operation::name).containsExactly("GET " + path);
    }

    @Test
    void takesOnlyMethodsForOperations() {
        OpenApi contract = OpenApi.parse("""
                paths: {/adrs: {summary: S, parameters: [], get: {}, x-note: {}, patch: {}}}
                """);

        assertThat(contract.operations()).extracting(Operation::name).containsExactly("GET /adrs", "PATCH /adrs");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /adrs/latest, /adrs/latest",
        "GET, /adrs/7, /adrs/{number}",
        "GET, /adrs/7.md, /adrs/{number}.md",
        "GET, /adrs/7/raw, /adrs/{number}/raw",
        "HEAD, /adrs/7, /adrs/{number}",
        "PUT, /adrs/latest, /adrs/{number}",
        "GET, /adrs/a%2Fb, /adrs/{number}",
        "GET, /adrs/, ",
        "GET, /adrs/7/, ",
        "POST, /adrs/7, ",
        "GET, /xadrs/7, ",
    })
    void findsTheMostLiteralTemplate(String method, String path, String template) {
        Routes routes = new Routes(OpenApi.parse("""
                paths:
                  /adrs/{number}: {get: {}, put: {}}
                  /adrs/{number}.md: {get: {}}
                  /{kind}/{number}/raw: {get: {}}
                  /adrs/{number}/raw: {get: {}}
                  /adrs/latest: {get: {}}
                """));

        assertThat(routes.find(method, path).map(Operation::path)).isEqualTo(Optional.ofNullable(template));
    }

    @Test
    void refusesAReferenceToNothing() {
        OpenApi contract = OpenApi.parse("paths: {/adrs: {$ref: '#/components/pathItems/Adrs'}}");

        assertThatThrownBy(contract::operations).hasMessageContaining("#/components/pathItems/Adrs");
    }

    @Test
    void refusesAMissingFile() {
        assertThatThrownBy(() -> OpenApi.read(Path.of("no-such.yaml")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("no-such.yaml");
    }
}

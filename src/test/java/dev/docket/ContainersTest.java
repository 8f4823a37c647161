package dev.docket;

import static dev.docket.DeployFiles.items;
import static dev.docket.DeployFiles.read;
import static dev.docket.DeployFiles.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContainersTest {
    private static final String DOCKERFILE = text(DeployFiles.ROOT.resolve("Dockerfile"));
    private static final String COMPOSE = text(DeployFiles.COMPOSE);
    private static final String EXAMPLE = text(DeployFiles.ROOT.resolve(".env.example"));

    static List<JsonNode> services() {
        return items(read(DeployFiles.COMPOSE).path("services")).toList();
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServiceMayDoNoMoreThanItNeeds(JsonNode service) {
        assertThat(service.path("read_only").asBoolean()).isTrue();
        assertThat(service.path("cap_drop")).hasToString("[\"ALL\"]");
        assertThat(service.path("security_opt")).hasToString("[\"no-new-privileges:true\"]");
        assertThat(service.has("cap_add") || service.has("privileged")).isFalse();
        assertThat(items(service.path("ports")))
                .allSatisfy(port -> assertThat(port.asText()).contains(":-127.0.0.1:"));
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServiceTellsItsHealth(JsonNode service) {
        assertThat(service.has("healthcheck") || service.has("build")).isTrue();
    }

    @ParameterizedTest
    @MethodSource("services")
    void whatAServiceMountsIsThere(JsonNode service) {
        assertThat(items(service.path("volumes")).map(JsonNode::asText)).allSatisfy(volume -> {
            String source = volume.split(":", 2)[0];
            if (source.startsWith("./")) {
                assertThat(DeployFiles.ROOT.resolve(source)).exists();
                assertThat(volume).endsWith(":ro");
            } else {
                assertThat(read(DeployFiles.COMPOSE).path("volumes").has(source))
                        .as(source)
                        .isTrue();
            }
        });
    }

    @Test
    void everySecretIsDemandedAndNoneIsGiven() {
        assertThat(matches("(?m)^ +\\w*(?:PASSWORD|TOKEN): (.*)$", COMPOSE))
                .isNotEmpty()
                .allSatisfy(value -> assertThat(value).startsWith("${").contains(":?"));
        assertThat(matches("(?m)^(\\w+)=$", EXAMPLE))
                .hasSameElementsAs(matches("\\$\\{(\\w+):\\?", COMPOSE))
                .doesNotHaveDuplicates();
        assertThat(matches("(?m)^(\\w+=.+)$", EXAMPLE)).isEmpty();
        assertThat(matches("(?m)^#(\\w+=.+)$", EXAMPLE)).hasSameElementsAs(defaults());
        assertThat(text(Path.of(".gitignore"))).contains("\n.env\n");
    }

    private static List<String> defaults() {
        return Pattern.compile("\\$\\{(\\w+):-([^}]*)}")
                .matcher(COMPOSE)
                .results()
                .map(match -> match.group(1) + "=" + match.group(2))
                .toList();
    }

    @Test
    void theImageRunsJavaItselfAndNotAsRoot() {
        assertThat(matches("(?m)^USER (.*)$", DOCKERFILE)).containsExactly("10001:10001");
        assertThat(matches("(?m)^ENTRYPOINT (\\[\"java\", .*])$", DOCKERFILE)).hasSize(1);
        assertThat(matches("(?m)^EXPOSE (.*)$", DOCKERFILE)).containsExactly("8080 9000");
        assertThat(matches("(?m)^VOLUME (.*)$", DOCKERFILE)).containsExactly("/data");
    }

    private static List<String> matches(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}

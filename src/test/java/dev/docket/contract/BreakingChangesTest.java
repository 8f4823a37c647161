package dev.docket.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Plants one change at a time in a released contract. */
class BreakingChangesTest {
    private static String release = "";

    @BeforeAll
    static void read() throws IOException {
        release = text("planted-release.yaml");
    }

    @Test
    void findsNothingInTheSameContract() {
        assertThat(findings("", "")).isEmpty();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @MethodSource("breaks")
    void reportsABreakingChange(String released, String current, List<String> expected) {
        assertThat(findings(released, current)).containsExactlyElementsOf(expected);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @MethodSource("growth")
    void letsACompatibleChangePass(String released, String current) {
        assertThat(findings(released, current)).isEmpty();
    }

    static Stream<Arguments> breaks() throws IOException {
        return changes("planted-breaks.yaml")
                .map(change -> arguments(
                        change.path("released").asText(),
                        change.path("current").asText(),
                        stream(change.path("findings")).map(JsonNode::asText).toList()));
    }

    static Stream<Arguments> growth() throws IOException {
        return changes("planted-growth.yaml")
                .map(change -> arguments(
                        change.path("released").asText(), change.path("current").asText()));
    }

    private static List<String> findings(String released, String current) {
        assertThat(release).contains(released);
        return BreakingChanges.between(
                OpenApi.parse(release).root(),
                OpenApi.parse(release.replace(released, current)).root());
    }

    private static Stream<JsonNode> changes(String resource) throws IOException {
        return stream(OpenApi.parse(text(resource)).root());
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String text(String resource) throws IOException {
        try (InputStream text =
                Objects.requireNonNull(BreakingChangesTest.class.getResourceAsStream("/contract/" + resource))) {
            return new String(text.readAllBytes(), UTF_8);
        }
    }
}

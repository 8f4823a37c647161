package dev.docket.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.MediaType;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatchesTest {

    private static final MediaType MERGE = MediaType.valueOf(Patches.MERGE);
    private static final MediaType JSON = MediaType.valueOf(Patches.JSON);

    /** The cases of RFC 7396, appendix A. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '\'', textBlock = """
            {"a":"b"};         {"a":"c"};                   {"a":"c"}
            {"a":"b"};         {"b":"c"};                   {"a":"b","b":"c"}
            {"a":"b"};         {"a":null};                  {}
            {"a":"b","b":"c"}; {"a":null};                  {"b":"c"}
            {"a":["b"]};       {"a":"c"};                   {"a":"c"}
            {"a":"c"};         {"a":["b"]};                 {"a":["b"]}
            {"a":{"b":"c"}};   {"a":{"b":"d","c":null}};    {"a":{"b":"d"}}
            {"a":[{"b":"c"}]}; {"a":[1]};                   {"a":[1]}
            ["a","b"];         ["c","d"];                   ["c","d"]
            {"a":"b"};         ["c"];                       ["c"]
            {"a":"foo"};       null;                        null
            {"a":"foo"};       "bar";                       "bar"
            {"e":null};        {"a":1};                     {"e":null,"a":1}
            [1,2];             {"a":"b","c":null};          {"a":"b"}
            {};                {"a":{"bb":{"ccc":null}}};   {"a":{"bb":{}}}
            """)
    void mergesAsTheAppendixSays(String original, String patch, String result) {
        JsonNode target = tree(original);
        assertThat(Patches.apply(MERGE, tree(patch), target)).isEqualTo(tree(result));
        assertThat(target).as("the target").isEqualTo(tree(original));
    }

    @Test
    void operationsAreAppliedOneAfterTheOther() {
        JsonNode target = tree("{\"a\": [1, 2], \"b\": {\"c\": true}}");
        JsonNode patch = tree("""
                [{"op": "test", "path": "/a/0", "value": 1}, {"op": "add", "path": "/a/1", "value": 7},
                 {"op": "move", "from": "/b/c", "path": "/d"}, {"op": "copy", "from": "/a", "path": "/b/~1"},
                 {"op": "replace", "path": "/a/0", "value": null}, {"op": "remove", "path": "/a/2"}]""");
        assertThat(Patches.apply(JSON, patch, target)).isEqualTo(tree("""
                {"a": [null, 7], "b": {"/": [1, 7, 2]}, "d": true}"""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"op\": \"test\", \"path\": \"/a\", \"value\": \"the old one\"}",
                "{\"op\": \"remove\", \"path\": \"/none\"}",
                "{\"op\": \"remove\", \"path\": \"/list/9\"}",
                "{\"op\": \"remove\", \"path\": \"/none/deeper\"}",
                "{\"op\": \"replace\", \"path\": \"/none\", \"value\": 1}",
                "{\"op\": \"add\", \"path\": \"/list/9\", \"value\": 1}",
                "{\"op\": \"move\", \"from\": \"/none\", \"path\": \"/b\"}"
            })
    void whereOneOperationFailsNoneIsApplied(String failing) {
        JsonNode target = tree("{\"a\": \"the old one\", \"list\": [1]}");
        JsonNode patch = tree("""
                [{"op": "replace", "path": "/a", "value": "the new one"}, {"op": "add", "path": "/list/-", "value": 2}, %s]""".formatted(failing));
        assertThat(status(patch, target)).isEqualTo(422);
        assertThat(target).isEqualTo(tree("{\"a\": \"the old one\", \"list\": [1]}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "\"add\"",
                "[1]",
                "[{}]",
                "[{\"op\": \"add\"}]",
                "[{\"op\": \"add\", \"path\": \"/a\"}]",
                "[{\"op\": \"dance\", \"path\": \"/a\"}]",
                "[{\"op\": \"add\", \"path\": \"a\", \"value\": 1}]",
                "[{\"op\": \"add\", \"path\": 1, \"value\": 1}]",
                "[{\"op\": \"move\", \"path\": \"/a\"}]"
            })
    void whatIsNoPatchIsUnreadable(String patch) {
        assertThat(status(tree(patch), tree("{\"a\": 1}"))).isEqualTo(400);
    }

    @Test
    void aThousandOperationsAreTheMost() {
        String remark = "{\"op\": \"test\", \"path\": \"/a\", \"value\": 1}";
        JsonNode target = tree("{\"a\": 1}");
        assertThat(Patches.apply(JSON, operations(1_000, remark), target)).isEqualTo(target);
        assertThat(status(operations(1_001, remark), target)).isEqualTo(422);
    }

    private static JsonNode operations(int times, String operation) {
        return tree("[" + String.join(",", Collections.nCopies(times, operation)) + "]");
    }

    private static int status(JsonNode patch, JsonNode target) {
        HttpProblem refused = catchThrowableOfType(HttpProblem.class, () -> Patches.apply(JSON, patch, target));
        assertThat(refused).as("refusal of %s", patch).isNotNull();
        return refused.getStatusCode();
    }

    private static JsonNode tree(String json) {
        return StrictJson.tree(json.getBytes(UTF_8));
    }
}

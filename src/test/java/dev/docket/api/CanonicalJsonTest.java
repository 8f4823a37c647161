package dev.docket.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Where order by code points and by UTF-16 code units differ, among others. */
    private static final String[] CHARACTERS = {
        "a",
        "b",
        "Z",
        "0",
        " ",
        "\"",
        "\\",
        "/",
        "\b",
        "\f",
        "\n",
        "\r",
        "\t",
        "\u0001",
        "\u001f",
        "\u007f",
        "\u0080",
        "ö",
        "€",
        "\u2028",
        "\ufb33",
        "\uffff",
        "😀",
        "\ud800\udc00"
    };

    @Test
    void membersAreInTheOrderOfTheExampleInSection323() {
        JsonNode example = tree("""
                {"\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew Letter Dalet With Dagesh",
                 "1": "One", "\\ud83d\\ude00": "Emoji: Grinning Face", "\\u0080": "Control",
                 "\\u00f6": "Latin Small Letter O With Diaeresis"}""");
        assertThat(tree(text(example)).properties())
                .extracting(member -> member.getValue().textValue())
                .containsExactly(
                        "Carriage Return",
                        "One",
                        "Control",
                        "Latin Small Letter O With Diaeresis",
                        "Euro Sign",
                        "Emoji: Grinning Face",
                        "Hebrew Letter Dalet With Dagesh");
    }

    @Test
    void noWhiteSpaceIsLeft() {
        assertThat(text(tree(" { \"b\" : [ 1 , true , null , { } , [ ] ] , \"a\" : \" \" } ")))
                .isEqualTo("{\"a\":\" \",\"b\":[1,true,null,{},[]]}");
    }

    @Test
    void onlyWhatHasToBeEscapedIsAndInTheShortestWay() {
        String raw = "\b\t\n\f\r\"\\/\u0000\u000b\u001f\u007f\u0080€\u2028😀";
        assertThat(text(NODES.textNode(raw)))
                .isEqualTo("\"\\b\\t\\n\\f\\r\\\"\\\\/\\u0000\\u000b\\u001f\u007f\u0080€\u2028😀\"");
    }

    @ParameterizedTest
    @CsvSource({"0,0", "-0,0", "-1,-1", "9007199254740991,9007199254740991", "-9007199254740991,-9007199254740991"})
    void wholeNumbersAreWrittenPlainly(String number, String canonical) {
        assertThat(text(tree(number))).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.5",
                "1.0",
                "1e3",
                "-0.0",
                "9007199254740992",
                "-9007199254740992",
                "-9223372036854775808",
                "9223372036854775808"
            })
    void fractionsAndNumbersThatADoubleCannotTellApartAreRefused(String number) {
        JsonNode tree = tree(number);
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.bytes(tree));
    }

    @RepeatedTest(200)
    void aTreeIsReadBackAndTheOrderOfItsMembersDoesNotShow(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        JsonNode tree = any(random, 5);
        String canonical = text(tree);
        assertThat(tree(canonical)).isEqualTo(tree);
        assertThat(text(tree(canonical))).isEqualTo(canonical);
        assertThat(text(shuffled(tree, random))).isEqualTo(canonical);
    }

    private static JsonNode any(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextInt());
            case 3 -> NODES.numberNode(random.nextLong(-(1L << 53) + 1, -(1L << 31)));
            case 4 -> NODES.textNode(word(random));
            case 5 -> {
                ArrayNode array = NODES.arrayNode();
                random.ints(random.nextInt(6)).forEach(each -> array.add(any(random, depth - 1)));
                yield array;
            }
            default -> {
                ObjectNode object = NODES.objectNode();
                random.ints(random.nextInt(8)).forEach(each -> object.set(word(random), any(random, depth - 1)));
                yield object;
            }
        };
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        random.ints(random.nextInt(5), 0, CHARACTERS.length).forEach(each -> word.append(CHARACTERS[each]));
        return word.toString();
    }

    private static JsonNode shuffled(JsonNode node, Random random) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            Collections.shuffle(names, random);
            ObjectNode shuffled = NODES.objectNode();
            names.forEach(name -> shuffled.set(name, shuffled(object.get(name), random)));
            return shuffled;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode same = NODES.arrayNode();
            array.forEach(each -> same.add(shuffled(each, random)));
            return same;
        }
        return node;
    }

    private static JsonNode tree(String json) {
        return StrictJson.tree(json.getBytes(UTF_8));
    }

    private static String text(JsonNode tree) {
        return new String(CanonicalJson.bytes(tree), UTF_8);
    }
}

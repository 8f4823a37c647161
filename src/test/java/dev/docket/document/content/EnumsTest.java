package dev.docket.document.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class EnumsTest {

    static List<Arguments> enums() {
        return List.of(
                Arguments.of(Kind.class, "adr rfc"),
                Arguments.of(
                        Status.class, "draft proposed accepted rejected implemented deprecated superseded withdrawn"),
                Arguments.of(
                        Rel.class,
                        "supersedes superseded-by amends amended-by depends-on required-by relates-to implements"
                                + " implemented-by ticket code design-doc discussion"),
                Arguments.of(RiskState.class, "open mitigated accepted closed"),
                Arguments.of(ApprovalState.class, "pending approved rejected changes-requested abstained closed"),
                Arguments.of(OptionVerdict.class, "chosen rejected deferred"),
                Arguments.of(Level.class, "low medium high"));
    }

    @ParameterizedTest
    @MethodSource("enums")
    void everyConstantIsLowerCaseKebabAndReadAgain(Class<? extends Enum<?>> type, String values) throws Exception {
        var json = StrictJson.MAPPER.valueToTree(type.getEnumConstants());

        assertThat(json).extracting(node -> node.textValue()).containsExactly(values.split(" "));
        assertThat((Object) StrictJson.MAPPER.treeToValue(json, type.arrayType()))
                .isEqualTo(type.getEnumConstants());
    }

    @ParameterizedTest
    @MethodSource("enums")
    void theNameInJavaIsNoValue(Class<? extends Enum<?>> type) {
        var name = '"' + type.getEnumConstants()[0].name() + '"';

        assertThatThrownBy(() -> StrictJson.MAPPER.readValue(name, type)).isInstanceOf(InvalidFormatException.class);
    }

    @Test
    void aKindNamesItsRefsAndItsPath() {
        assertThat(Arrays.stream(Kind.values()).map(Kind::prefix)).containsExactly("ADR", "RFC");
        assertThat(Arrays.stream(Kind.values()).map(Kind::path)).containsExactly("adrs", "rfcs");
    }

    @Test
    void levelsWeighOneToThree() {
        assertThat(Arrays.stream(Level.values()).map(Level::weight)).containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @EnumSource
    void aRelationBetweenDocumentsHasAnInverseAndNoOtherHas(Rel rel) {
        var inverse = rel.inverse();

        assertThat(rel.betweenDocuments()).isEqualTo(inverse != null);
        if (inverse != null) {
            assertThat(inverse.inverse()).isEqualTo(rel);
        } else {
            assertThat(rel).isIn(Rel.TICKET, Rel.CODE, Rel.DESIGN_DOC, Rel.DISCUSSION);
        }
    }
}

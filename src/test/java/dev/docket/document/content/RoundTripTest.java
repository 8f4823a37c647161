package dev.docket.document.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripTest {

    static Set<Class<?>> records() {
        return Model.records();
    }

    @ParameterizedTest
    @MethodSource("records")
    void whatIsWrittenIsReadAgain(Class<?> type) throws Exception {
        var filled = Model.filled(type);

        var json = json(filled);

        assertThat(json.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(type.getRecordComponents())
                        .map(Model::jsonName)
                        .toList());
        assertThat(StrictJson.MAPPER.treeToValue(json, type)).isEqualTo(filled);
    }

    @ParameterizedTest
    @MethodSource("records")
    void anUnknownMemberIsRefused(Class<?> type) {
        var json = json(Model.filled(type)).put("unheardOf", "x");

        assertThatThrownBy(() -> StrictJson.MAPPER.treeToValue(json, type))
                .isInstanceOf(UnrecognizedPropertyException.class);
    }

    @ParameterizedTest
    @MethodSource("records")
    void whatIsAbsentIsNotWrittenAndAnEmptyListIs(Class<?> type) throws Exception {
        var sparse = Model.create(
                type,
                component -> component.getType() == List.class
                        ? List.of()
                        : Model.nullable(component) ? null : Model.sample(component));

        var json = json(sparse);

        assertThat(json.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(type.getRecordComponents())
                        .filter(component -> component.getType() == List.class || !Model.nullable(component))
                        .map(Model::jsonName)
                        .toList());
        assertThat(StrictJson.MAPPER.treeToValue(json, type)).isEqualTo(sparse);
    }

    private static ObjectNode json(Object record) {
        return StrictJson.MAPPER.valueToTree(record);
    }
}

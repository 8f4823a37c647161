package dev.docket.document.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.jandex.Index;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the contract shows of the records. */
class SchemaTest {

    private static JsonNode schemas = MissingNode.getInstance();

    @BeforeAll
    static void scan() throws Exception {
        var classes = new ArrayList<Class<?>>(Model.records());
        classes.addAll(List.of(AdrDocument.class, RfcDocument.class, List.class, Enum.class, Record.class));
        Model.components().map(RecordComponent::getType).filter(Class::isEnum).forEach(classes::add);
        var contract = SmallRyeOpenAPI.builder()
                .withIndex(Index.of(classes))
                .enableModelReader(false)
                .enableStandardFilter(false)
                .enableStandardStaticFiles(false)
                .build()
                .toJSON();
        schemas = StrictJson.MAPPER.readTree(contract).at("/components/schemas");
    }

    static Stream<RecordComponent> components() {
        return Model.components();
    }

    @ParameterizedTest
    @CsvSource({"Adr, AdrSections", "Rfc, RfcSections"})
    void aDocumentIsTheUnionOfItsParts(String document, String sections) {
        assertThat(schema(document).path("allOf").findValuesAsText("$ref"))
                .containsExactly(
                        "#/components/schemas/Envelope",
                        "#/components/schemas/Common",
                        "#/components/schemas/" + sections);
    }

    @Test
    void everyRecordHasASchemaOfItsOwn() {
        assertThat(Model.records()).extracting(Class::getSimpleName).doesNotHaveDuplicates();
        assertThat(schemas.fieldNames())
                .toIterable()
                .containsAll(Model.records().stream().map(Class::getSimpleName).toList());
    }

    @ParameterizedTest
    @MethodSource("components")
    void aMemberIsOptionalAndShowsItsBounds(RecordComponent component) {
        var owner = schema(component.getDeclaringRecord().getSimpleName());
        var member = owner.path("properties").path(Model.jsonName(component));

        assertThat(owner.has("required")).isFalse();
        assertThat(member.path("description").textValue())
                .isEqualTo(Model.schema(component).description());
        assertThat(member.path("readOnly").booleanValue())
                .isEqualTo(Model.schema(component).readOnly());
        if (component.getType() == List.class) {
            assertThat(member.path("maxItems").intValue()).isEqualTo(max(component.getAccessor()));
            var element = Model.element(component).orElseThrow();
            if (element.getType() == String.class) {
                assertStringBounds(member.path("items"), element);
            }
        } else if (component.getType() == String.class) {
            assertStringBounds(member, component.getAccessor());
        }
    }

    @Test
    void enumsShowTheirJsonValues() {
        for (var type : List.of(
                Kind.class, Status.class, Rel.class, RiskState.class, ApprovalState.class, OptionVerdict.class)) {
            assertThat(schema(type.getSimpleName()).path("enum"))
                    .isEqualTo(StrictJson.MAPPER.valueToTree(type.getEnumConstants()));
        }
    }

    private static void assertStringBounds(JsonNode shown, AnnotatedElement declared) {
        assertThat(shown.path("maxLength").intValue()).isEqualTo(max(declared));
        var pattern = declared.getAnnotation(Pattern.class);
        assertThat(shown.path("pattern").textValue()).isEqualTo(pattern == null ? null : pattern.regexp());
    }

    private static int max(AnnotatedElement element) {
        return element.getAnnotation(Size.class).max();
    }

    private static JsonNode schema(String name) {
        assertThat(schemas.has(name)).isTrue();
        return schemas.path(name);
    }
}

package dev.docket.document.content;

import static dev.docket.document.content.Constraints.VALIDATOR;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BoundsTest {

    static Set<Class<?>> records() {
        return Model.records();
    }

    static Stream<RecordComponent> components() {
        return Model.components();
    }

    static Stream<RecordComponent> authored() {
        return components()
                .filter(component ->
                        !Set.of(Envelope.class, RecordEntry.class).contains(component.getDeclaringRecord()));
    }

    static Stream<RecordComponent> strings() {
        return components().filter(component -> component.getType() == String.class);
    }

    static Stream<RecordComponent> patterns() {
        return strings().filter(component -> component.getAccessor().isAnnotationPresent(Pattern.class));
    }

    static Stream<RecordComponent> lists() {
        return components().filter(component -> component.getType() == List.class);
    }

    static Stream<RecordComponent> listsOfStrings() {
        return lists().filter(component -> element(component).equals(String.class));
    }

    static Stream<RecordComponent> numbers() {
        return components().filter(component -> component.getAccessor().isAnnotationPresent(Min.class));
    }

    @Test
    void theWalkFindsTheRecords() {
        assertThat(records())
                .hasSizeGreaterThan(45)
                .contains(Rollout.CanaryDeployment.class, Phase.class, Rating.class);
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyRecordIsDescribedAndItsFilledInstanceValid(Class<?> type) {
        assertThat(type.getAnnotation(Schema.class)).isNotNull();
        assertThat(type.getAnnotation(Schema.class).description()).endsWith(".");
        assertThat(VALIDATOR.validate(Model.filled(type))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("components")
    void everyMemberIsDescribed(RecordComponent component) {
        assertThat(Model.schema(component)).isNotNull();
        assertThat(Model.schema(component).description()).endsWith(".");
    }

    @ParameterizedTest
    @MethodSource("authored")
    void whatAuthorsWriteMayBeAbsent(RecordComponent component) {
        assertThat(Model.nullable(component)).isTrue();
        assertThat(VALIDATOR.validate(Model.filledExcept(component, null))).isEmpty();
    }

    @Test
    void aRecordWithinARecordIsValidatedToo() {
        assertThat(components().filter(component -> component.getType().isRecord()))
                .isNotEmpty()
                .allMatch(component -> component.getAccessor().isAnnotationPresent(Valid.class));
        assertThat(lists().filter(component -> element(component).isRecord()))
                .isNotEmpty()
                .allMatch(component -> Model.element(component).orElseThrow().isAnnotationPresent(Valid.class));
    }

    @ParameterizedTest
    @MethodSource("strings")
    void aStringOverItsBoundIsRefused(RecordComponent component) {
        var tooLong = "a".repeat(max(component.getAccessor()) + 1);

        assertRefused(component, tooLong, component.getName());
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void aStringThatBreaksItsPatternIsRefused(RecordComponent component) {
        assertAnchored(component.getAccessor());
        assertRefused(component, "É !", component.getName());
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aListOverItsBoundIsRefused(RecordComponent component) {
        var sample = ((List<?>) Model.sample(component)).get(0);

        assertRefused(component, Collections.nCopies(max(component.getAccessor()) + 1, sample), component.getName());
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aListWithAHoleIsRefused(RecordComponent component) {
        assertThat(Model.element(component).orElseThrow().isAnnotationPresent(NotNull.class))
                .isTrue();
        assertRefused(component, Collections.nCopies(1, null), component.getName() + "[0].<list element>");
    }

    @ParameterizedTest
    @MethodSource("listsOfStrings")
    void anElementOutOfItsBoundsIsRefused(RecordComponent component) {
        var element = Model.element(component).orElseThrow();
        var path = component.getName() + "[0].<list element>";

        assertRefused(component, List.of("a".repeat(max(element) + 1)), path);
        if (element.isAnnotationPresent(Pattern.class)) {
            assertAnchored(element);
            assertRefused(component, List.of("É !"), path);
        }
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void aNumberOutOfItsBoundsIsRefused(RecordComponent component) {
        var accessor = component.getAccessor();

        assertRefused(
                component, Math.toIntExact(accessor.getAnnotation(Min.class).value() - 1), component.getName());
        if (accessor.isAnnotationPresent(Max.class)) {
            assertRefused(
                    component, Math.toIntExact(accessor.getAnnotation(Max.class).value() + 1), component.getName());
        }
    }

    @Test
    void everyNumberHasALowerBound() {
        assertThat(components()
                        .filter(component -> component.getType() == int.class || component.getType() == Integer.class))
                .allMatch(component -> component.getAccessor().isAnnotationPresent(Min.class));
    }

    @Test
    void aTitleIsNotEmpty() throws Exception {
        assertThat(VALIDATOR.validate(StrictJson.MAPPER.readValue("{\"title\": \"\"}", Common.class)))
                .hasSize(1);
    }

    private static void assertRefused(RecordComponent component, @Nullable Object value, String path) {
        assertThat(VALIDATOR.validate(Model.filledExcept(component, value)))
                .extracting(violation -> violation.getPropertyPath().toString())
                .isNotEmpty()
                .containsOnly(path);
    }

    /** JSON Schema looks for a pattern anywhere, Bean Validation wants it to match the whole. */
    private static void assertAnchored(AnnotatedElement element) {
        assertThat(element.getAnnotation(Pattern.class).regexp())
                .startsWith("^")
                .endsWith("$");
    }

    private static int max(AnnotatedElement element) {
        var size = element.getAnnotation(Size.class);
        assertThat(size).isNotNull();
        assertThat(size.max()).isLessThan(Integer.MAX_VALUE);
        return size.max();
    }

    private static Class<?> element(RecordComponent list) {
        return (Class<?>) Model.element(list).orElseThrow().getType();
    }
}

package dev.docket.document.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Pattern;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The records of this package as reflection sees them, and instances of them. */
final class Model {

    private static final List<String> SAMPLES = List.of("a1", "ADR-0001", "a".repeat(64));

    private Model() {}

    /** Every record that a document is made of. */
    static Set<Class<?>> records() {
        var found = new LinkedHashSet<Class<?>>();
        Stream.of(Envelope.class, Common.class, AdrSections.class, RfcSections.class)
                .forEach(root -> collect(root, found));
        return found;
    }

    private static void collect(Class<?> type, Set<Class<?>> found) {
        if (type.isRecord() && found.add(type)) {
            for (var component : type.getRecordComponents()) {
                collect(component.getType(), found);
                element(component).ifPresent(element -> collect((Class<?>) element.getType(), found));
            }
        }
    }

    static Stream<RecordComponent> components() {
        return records().stream().flatMap(type -> Arrays.stream(type.getRecordComponents()));
    }

    /** The type of the elements of a list, with its annotations. */
    static Optional<AnnotatedType> element(RecordComponent component) {
        return component.getAnnotatedType() instanceof AnnotatedParameterizedType list
                ? Optional.of(list.getAnnotatedActualTypeArguments()[0])
                : Optional.empty();
    }

    static String jsonName(RecordComponent component) {
        var renamed = component.getAccessor().getAnnotation(JsonProperty.class);
        return renamed == null ? component.getName() : renamed.value();
    }

    static Schema schema(RecordComponent component) {
        return component.getAccessor().getAnnotation(Schema.class);
    }

    static boolean nullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** An instance in which no member is absent and every member is within its bounds. */
    static Object filled(Class<?> type) {
        return create(type, Model::sample);
    }

    /** As {@link #filled}, with one member replaced. */
    static Object filledExcept(RecordComponent replaced, @Nullable Object value) {
        return create(
                replaced.getDeclaringRecord(),
                component -> component.getName().equals(replaced.getName()) ? value : sample(component));
    }

    static Object create(Class<?> type, Values values) {
        var components = type.getRecordComponents();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types)
                    .newInstance(Arrays.stream(components).map(values::of).toArray());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type.getName(), e);
        }
    }

    static Object sample(RecordComponent component) {
        return element(component)
                .<Object>map(
                        element -> List.of(sample((Class<?>) element.getType(), element.getAnnotation(Pattern.class))))
                .orElseGet(() ->
                        sample(component.getType(), component.getAccessor().getAnnotation(Pattern.class)));
    }

    private static Object sample(Class<?> type, @Nullable Pattern pattern) {
        if (type.isRecord()) {
            return filled(type);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type == String.class) {
            return SAMPLES.stream()
                    .filter(sample -> pattern == null || sample.matches(pattern.regexp()))
                    .findFirst()
                    .orElseThrow();
        }
        if (type == Integer.class || type == int.class) {
            return 1;
        }
        if (type == Boolean.class) {
            return true;
        }
        if (type == Instant.class) {
            return Instant.parse("2026-03-04T05:06:07.890123Z");
        }
        if (type == LocalDate.class) {
            return LocalDate.parse("2026-03-04");
        }
        throw new AssertionError("No sample of " + type);
    }

    interface Values {
        @Nullable
        Object of(RecordComponent component);
    }
}

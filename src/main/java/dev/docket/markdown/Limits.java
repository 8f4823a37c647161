package dev.docket.markdown;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.document.content.AdrSections;
import dev.docket.document.content.Common;
import dev.docket.document.content.Kind;
import dev.docket.document.content.RfcSections;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Map;

/** The bounds of a document's strings and lists, as the records of the model state them. */
final class Limits {

    private static final Map<Kind, Map<String, Integer>> MOST =
            Map.of(Kind.ADR, of(AdrSections.class), Kind.RFC, of(RfcSections.class));

    private Limits() {}

    private static Map<String, Integer> of(Class<?> sections) {
        Map<String, Integer> most = new HashMap<>();
        collect(Common.class, "", most);
        collect(sections, "", most);
        return Map.copyOf(most);
    }

    private static void collect(Class<?> type, String pointer, Map<String, Integer> most) {
        RecordComponent[] components = type.getRecordComponents();
        Parameter[] parameters = type.getDeclaredConstructors()[0].getParameters();
        for (int i = 0; i < components.length; i++) {
            JsonProperty renamed = components[i].getAccessor().getAnnotation(JsonProperty.class);
            String name = renamed == null ? components[i].getName() : renamed.value();
            collect(
                    components[i].getGenericType(),
                    parameters[i].getAnnotatedType(),
                    parameters[i],
                    pointer + "/" + name,
                    most);
        }
    }

    private static void collect(
            Type type, AnnotatedType annotated, AnnotatedElement element, String pointer, Map<String, Integer> most) {
        Size size = element.getAnnotation(Size.class);
        if (size != null) {
            most.put(pointer, size.max());
        }
        if (type instanceof ParameterizedType list && annotated instanceof AnnotatedParameterizedType parameters) {
            AnnotatedType item = parameters.getAnnotatedActualTypeArguments()[0];
            collect(list.getActualTypeArguments()[0], item, item, pointer + "/*", most);
        } else if (type instanceof Class<?> record && record.isRecord()) {
            collect(record, pointer, most);
        }
    }

    /** Whether every string and list of the content is within its bound, and every part has what names it. */
    static boolean keeps(Kind kind, JsonNode content) {
        return named(content.path("options"), "name")
                && named(content.path("risks"), "description")
                && keeps(MOST.getOrDefault(kind, Map.of()), content, "");
    }

    private static boolean named(JsonNode parts, String member) {
        for (JsonNode part : parts) {
            if (part.path(member).asText().isBlank()) {
                return false;
            }
        }
        return true;
    }

    private static boolean keeps(Map<String, Integer> most, JsonNode node, String pointer) {
        int size = node.isTextual() ? node.textValue().length() : node.size();
        if (!node.isObject() && size > most.getOrDefault(pointer, Integer.MAX_VALUE)) {
            return false;
        }
        if (node.isObject()) {
            return node.properties().stream()
                    .allMatch(member -> keeps(most, member.getValue(), pointer + "/" + member.getKey()));
        }
        for (JsonNode item : node) {
            if (!keeps(most, item, pointer + "/*")) {
                return false;
            }
        }
        return true;
    }
}

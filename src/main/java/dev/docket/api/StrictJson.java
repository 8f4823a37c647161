package dev.docket.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.List;
import java.util.stream.Collectors;

/**
 * JSON read without mercy: a repeated or unknown member, a value of another type, more than {@value #DEPTH} levels,
 * a NUL or half a surrogate pair is a 400 that names the place (RFC 8259, sections 4 and 8; RFC 7493).
 */
public final class StrictJson {

    public static final int DEPTH = 64;

    /** Names and values, brackets too: what a body of 4 MiB may cost to take apart. */
    private static final int BODY_TOKENS = 250_000;

    private static final ObjectMapper MAPPER = mapper();
    private static final JsonFactory BODIES = bodies();

    private StrictJson() {}

    /** The mapper that reads and writes bodies and documents; not to be configured further. */
    public static ObjectMapper objectMapper() {
        return MAPPER;
    }

    private static ObjectMapper mapper() {
        JsonMapper mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .withCoercionConfig(LogicalType.Textual, text -> {
                    text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                    text.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                    text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
                })
                .withCoercionConfig(LogicalType.Enum, text -> {
                    text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                    text.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
                })
                .withCoercionConfig(LogicalType.DateTime, text -> {
                    text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                    text.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
                })
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEPTH)
                        .maxStringLength(4 << 20)
                        .maxNumberLength(100)
                        .build());
        return mapper;
    }

    /**
     * Of bodies alone: what is stored has to be read whatever it has grown to. Names are not interned, for whoever
     * sends them may send any number.
     */
    private static JsonFactory bodies() {
        JsonFactory factory = MAPPER.getFactory()
                .rebuild()
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .streamReadConstraints(MAPPER.getFactory()
                        .streamReadConstraints()
                        .rebuild()
                        .maxTokenCount(BODY_TOKENS)
                        .build())
                .build();
        factory.setCodec(MAPPER);
        return factory;
    }

    /** The tree of a body, checked for everything but the types of its members. */
    static JsonNode body(byte[] body) {
        refuseOtherEncodings(body);
        return tree(body, BODIES);
    }

    /** The tree of JSON text, checked for everything but the types of its members. */
    public static JsonNode tree(byte[] text) {
        return tree(text, MAPPER.getFactory());
    }

    private static JsonNode tree(byte[] text, JsonFactory factory) {
        try (JsonParser parser = factory.createParser(text)) {
            return tree(parser);
        } catch (IOException e) {
            throw unreadable("", "syntax", "the body cannot be read as UTF-8 text");
        }
    }

    /** The parser would find out by itself and read UTF-16 and UTF-32 as well (RFC 8259, section 8.1: UTF-8, no mark). */
    private static void refuseOtherEncodings(byte[] body) {
        boolean marked = body.length > 0 && body[0] == (byte) 0xEF;
        for (int i = 0; i < Math.min(body.length, 4); i++) {
            marked |= body[i] == 0 || body[i] == (byte) 0xFE || body[i] == (byte) 0xFF;
        }
        if (marked) {
            throw unreadable("", "syntax", "the body is not UTF-8, or begins with a byte order mark");
        }
    }

    private static JsonNode tree(JsonParser parser) throws IOException {
        try {
            JsonNode tree = MAPPER.readTree(parser);
            if (tree == null || tree.isMissingNode()) {
                throw unreadable("", "syntax", "the body is empty");
            }
            if (parser.nextToken() != null) {
                throw unreadable("", "syntax", "there is more after the end of the JSON value");
            }
            checkText(tree, JsonPointer.empty());
            return tree;
        } catch (StreamConstraintsException e) {
            throw unreadable(
                    pointer(parser),
                    "too-deep",
                    "at most %d levels and %,d names and values, and no endless number".formatted(DEPTH, BODY_TOKENS));
        } catch (JsonProcessingException e) {
            throw unreadable(pointer(parser), "syntax", reason(e));
        }
    }

    /** A value of the type, from a tree that {@link #tree} made. */
    public static <T> T value(JsonNode tree, Class<T> type) {
        return type.cast(value(tree, type, ""));
    }

    /** As {@link #value(JsonNode, Class)}, for a tree that stands at {@code base} in the body. */
    static Object value(JsonNode tree, Type type, String base) {
        try {
            Object value = MAPPER.readerFor(MAPPER.constructType(type)).readValue(tree);
            if (value == null) {
                throw unreadable(base, "type", "null is not a value here");
            }
            return value;
        } catch (JsonMappingException e) {
            throw unreadable(
                    base + pointer(e), e instanceof UnrecognizedPropertyException ? "unknown" : "type", reason(e));
        } catch (IOException e) {
            throw unreadable(base, "syntax", "the value cannot be read");
        }
    }

    private static void checkText(JsonNode node, JsonPointer at) {
        if (node.isTextual()) {
            checkText(node.textValue(), at);
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                checkText(node.get(i), at.appendIndex(i));
            }
        } else {
            node.properties().forEach(member -> {
                checkText(member.getKey(), at);
                checkText(member.getValue(), at.appendProperty(member.getKey()));
            });
        }
    }

    private static void checkText(String text, JsonPointer at) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw unreadable(at.toString(), "nul", "the character NUL (U+0000) is not allowed");
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw unreadable(at.toString(), "surrogate", "half of a surrogate pair is no character");
                }
                i++;
            }
        }
    }

    private static RuntimeException unreadable(String pointer, String code, String detail) {
        return ProblemType.UNREADABLE.because(
                "The body cannot be read.", List.of(FieldError.at(pointer, code, detail)));
    }

    private static String pointer(JsonParser parser) {
        return parser.getParsingContext().pathAsPointer().toString();
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() != null ? step.getFieldName() : Integer.toString(step.getIndex()))
                .map(Pointers::escape)
                .collect(Collectors.joining("/", e.getPath().isEmpty() ? "" : "/", ""));
    }

    /** What went wrong in words of ours: the library's own name classes. */
    private static String reason(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "there is no member named " + Pointers.quote(unknown.getPropertyName());
        }
        if (e instanceof JsonMappingException) {
            return "the value is not of the type that the contract names";
        }
        String message = e.getOriginalMessage();
        if (message.startsWith("Duplicate field")) {
            return "the member is there twice";
        }
        return "the JSON breaks off or is malformed at line %d, column %d"
                .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    }
}

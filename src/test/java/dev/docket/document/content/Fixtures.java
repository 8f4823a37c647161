package dev.docket.document.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Documents as a client would post them: {@code /fixtures/<name>.json}, one complete document for each template. */
public final class Fixtures {

    public static final List<String> ADRS =
            List.of("adr-engineering", "adr-classic", "adr-verdict", "adr-drivers", "all-fields-adr");
    public static final List<String> RFCS = List.of("rfc", "all-fields-rfc");

    private static final List<String> COMMON = Arrays.stream(Common.class.getRecordComponents())
            .map(Model::jsonName)
            .toList();

    private Fixtures() {}

    public static ObjectNode read(String name) {
        var file = "/fixtures/" + name + ".json";
        try (var json = Objects.requireNonNull(Fixtures.class.getResourceAsStream(file), file)) {
            return (ObjectNode) StrictJson.MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    /** What the document says in both kinds, read strictly. */
    static Common common(ObjectNode document) {
        return StrictJson.MAPPER.convertValue(document.deepCopy().retain(COMMON), Common.class);
    }

    /** All the rest, read strictly. */
    static <S extends Sections> S sections(ObjectNode document, Class<S> type) {
        return StrictJson.MAPPER.convertValue(document.deepCopy().remove(COMMON), type);
    }
}

package dev.docket.markdown;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.document.content.Envelope;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The authored content of a document, as Markdown can say it: without what the server keeps, options by their names. */
final class Authored {

    private static final Set<String> SERVED = Arrays.stream(Envelope.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toUnmodifiableSet());
    private static final List<String> PARTS = List.of("options", "risks", "links");

    private Authored() {}

    static ObjectNode of(ObjectNode document) {
        ObjectNode content = document.deepCopy();
        content.remove(SERVED);
        content.remove("approvals");
        name(content);
        PARTS.forEach(part ->
                content.path(part).forEach(each -> ((ObjectNode) each).remove(List.of("id", "version", "severity"))));
        content.path("risks").forEach(Authored::openByDefault);
        return content;
    }

    private static void name(ObjectNode content) {
        JsonNode chosen = content.at("/decision/chosen");
        for (JsonNode option : content.path("options")) {
            boolean named =
                    option.path("id").equals(chosen) || option.path("name").equals(chosen);
            if (named && !chosen.isMissingNode()) {
                ((ObjectNode) content.path("decision"))
                        .put("chosen", option.path("name").asText());
                ((ObjectNode) option).put("verdict", "chosen");
                return;
            }
        }
    }

    private static void openByDefault(JsonNode risk) {
        if (risk.path("state").asText().equals("open")) {
            ((ObjectNode) risk).remove("state");
        }
    }
}

package dev.docket.markdown;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.document.content.RecordEntry;

/** A reading as JSON, to compare it as a whole. */
final class ReadingJson {

    private ReadingJson() {}

    static ObjectNode of(Reading reading) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("kind", reading.kind().json());
        if (reading.number() != null) {
            json.put("number", reading.number().intValue());
        }
        json.put("status", reading.status().json());
        Facts.put(json, "statusText", reading.statusText());
        Facts.put(json, "date", reading.date());
        for (RecordEntry entry : reading.record()) {
            json.withArray("/record").add(entry.action() + " " + entry.at() + " " + entry.author());
        }
        json.set("content", reading.content());
        return json;
    }
}

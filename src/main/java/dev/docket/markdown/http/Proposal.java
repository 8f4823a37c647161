package dev.docket.markdown.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.api.StrictJson;
import dev.docket.document.Address;
import dev.docket.document.Draft;
import dev.docket.document.content.Kind;
import dev.docket.document.content.Link;
import dev.docket.document.content.Source;
import dev.docket.markdown.Reading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A filled template as the request to create a document: what only the server may say, and what would be refused,
 * becomes text, so that every word of the reading is in there.
 */
record Proposal(Draft draft, Source source) {

    /** @param there picks of some addresses those that have a document which the caller may read */
    static Proposal of(Reading reading, Kind kind, String project, LocalDate today, UnaryOperator<Set<Address>> there) {
        ObjectNode content = reading.content().deepCopy();
        keepChoice(content);
        List<Link> refused = takeRefused(content, new NewLinks(kind, project, there));
        AsWritten asWritten = new AsWritten(reading, refused);
        asWritten.addTo(content, Draft.read(kind, content.deepCopy()).firstStatus(), today);
        return new Proposal(
                Draft.read(kind, content), new Source(null, reading.template(), null, reading.number(), null));
    }

    /** A choice that is none of the options is a statement. */
    private static void keepChoice(ObjectNode content) {
        if (content.path("decision") instanceof ObjectNode decision
                && decision.path("chosen").isTextual()) {
            String chosen = decision.path("chosen").asText();
            if (!isOption(chosen, content.path("options"))) {
                decision.remove("chosen");
                String statement = decision.path("statement").asText("");
                decision.put("statement", statement.isBlank() ? chosen : chosen + "\n\n" + statement);
            }
        }
    }

    private static boolean isOption(String chosen, JsonNode options) {
        for (JsonNode option : options) {
            if (chosen.equals(option.path("id").asText())
                    || chosen.equals(option.path("name").asText())) {
                return true;
            }
        }
        return false;
    }

    private static List<Link> takeRefused(ObjectNode content, NewLinks links) {
        List<Link> all = new ArrayList<>();
        content.path("links").forEach(link -> all.add(StrictJson.value(link, Link.class)));
        Set<Link> refused = links.refused(all);
        for (Iterator<JsonNode> each = content.path("links").iterator(); each.hasNext(); ) {
            if (refused.contains(StrictJson.value(each.next(), Link.class))) {
                each.remove();
            }
        }
        if (content.path("links").isEmpty()) {
            content.remove("links");
        }
        return all.stream().filter(refused::contains).toList();
    }
}

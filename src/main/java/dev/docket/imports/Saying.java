package dev.docket.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.api.StrictJson;
import dev.docket.document.History;
import dev.docket.document.Originals;
import dev.docket.document.content.Bounds;
import dev.docket.document.content.Link;
import dev.docket.document.content.Source;
import dev.docket.document.content.Status;
import dev.docket.markdown.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a file says, as a document is written by it. */
final class Saying {

    private static final ObjectMapper JSON = StrictJson.objectMapper();

    private Saying() {}

    /** The links as the file has them, but those that are none of the model's. */
    static List<Link> links(Reading reading) {
        return JSON.convertValue(
                                reading.content().path("links").isArray()
                                        ? reading.content().path("links")
                                        : JSON.createArrayNode(),
                                JSON.getTypeFactory().constructCollectionType(List.class, Link.class))
                        instanceof List<?> links
                ? links.stream()
                        .map(Link.class::cast)
                        .filter(link -> link.rel() != null
                                && link.target() != null
                                && !link.target().isBlank())
                        .toList()
                : List.of();
    }

    /** What the file says, with the links, the status and the successor that were planned for it. */
    static Originals.Said of(
            Reading reading,
            @Nullable String path,
            String sha256,
            Status status,
            @Nullable String by,
            List<Link> links) {
        ObjectNode content = reading.content();
        content.remove("links");
        if (!links.isEmpty()) {
            content.set("links", JSON.valueToTree(links));
        }
        return new Originals.Said(
                content,
                new History(
                        status,
                        cut(reading.statusText(), Bounds.ITEM),
                        by,
                        new Source(
                                path,
                                reading.template(),
                                sha256,
                                reading.number(),
                                cut(reading.dateText(), Bounds.LINE)),
                        reading.date(),
                        reading.lastUpdated(),
                        reading.record(),
                        reading.approvals()));
    }

    private static @Nullable String cut(@Nullable String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }
}

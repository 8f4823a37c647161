package dev.docket.markdown.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.api.StrictJson;
import dev.docket.api.Tag;
import dev.docket.api.Tagged;
import dev.docket.document.Stored;
import dev.docket.markdown.Markdown;
import dev.docket.markdown.Template;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** One revision of a document in one template. */
record Rendering(ObjectNode document, int revision, Template template) {

    /** In the template, or, where none is named, in the document's own. */
    static Rendering of(Stored stored, @Nullable Template named) {
        ObjectNode document = (ObjectNode) StrictJson.tree(stored.bytes());
        return new Rendering(document, stored.revision(), named == null ? Template.of(document) : named);
    }

    String text() {
        return Markdown.write(document, template.id());
    }

    /** How its lines are called in a diff. */
    String name() {
        return document.path("fileName").asText() + "\trevision " + revision;
    }

    /**
     * 200, or 304 where the caller has this text.
     *
     * @param original answers the bytes of the file that the document came from, where it says just that still
     */
    RestResponse<byte[]> answer(@Nullable String ifNoneMatch, Supplier<Optional<byte[]>> original) {
        return Tagged.read(
                ifNoneMatch,
                Tag.weak(revision, template.id()),
                MarkdownText.typed(MarkdownText.MARKDOWN),
                () -> original.get().orElseGet(() -> text().getBytes(StandardCharsets.UTF_8)));
    }
}

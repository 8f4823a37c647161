package dev.docket.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.docket.document.content.Bounds;
import dev.docket.document.content.Link;
import dev.docket.document.content.Rel;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "LinkEntry", description = "A link of a document, or one of another document that points at it.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record LinkView(
        @Schema(description = "Whether the document has the link, or another one that points at it.", required = true)
        Direction direction,

        @Schema(description = "The id of an outgoing link.", examples = "l1", maxLength = Bounds.PART_ID) @Nullable
        String id,

        @Schema(description = "The revision that last changed an outgoing link.", examples = "1") @Nullable
        Integer version,

        @Schema(description = "What the document that has the link says.", required = true)
        Rel rel,

        @Schema(description = "The document that has the link.", examples = "payments/ADR-0007", required = true)
        String source,

        @Schema(
                description = "What it points at, as typed.",
                examples = "ADR-0042",
                maxLength = Bounds.URL,
                required = true)
        String target,

        @Schema(
                description = "The title of the link; of an incoming one the title of its document.",
                examples = "Partition the ledger by month",
                maxLength = Bounds.LINE)
        @Nullable
        String title) {

    static LinkView outgoing(Address owner, Link link) {
        return new LinkView(
                Direction.OUTGOING,
                link.id(),
                link.version(),
                Objects.requireNonNull(link.rel()),
                owner.subject(),
                Objects.requireNonNull(link.target()),
                link.title());
    }

    static LinkView incoming(Address source, String title, String rel, Address target) {
        Rel relation = Rel.valueOf(rel.toUpperCase(Locale.ROOT).replace('-', '_'));
        return new LinkView(Direction.INCOMING, null, null, relation, source.subject(), target.ref(), title);
    }
}

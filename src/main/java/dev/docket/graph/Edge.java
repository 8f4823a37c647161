package dev.docket.graph;

import dev.docket.api.Names;
import dev.docket.document.content.Bounds;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "GraphEdge", description = "That one document has to do with another: from depends on to, for instance.")
record Edge(
        @Schema(
                description = "The id of the node that it leads from.",
                examples = "payments/ADR-0050",
                required = true,
                maxLength = Names.PROJECT + 1 + Bounds.REF)
        String from,

        @Schema(
                description = "The id of the node that it leads to.",
                examples = "payments/ADR-0042",
                required = true,
                maxLength = Names.PROJECT + 1 + Bounds.REF)
        String to,

        @Schema(description = "What from has to do with to.", required = true)
        Relation rel) {}

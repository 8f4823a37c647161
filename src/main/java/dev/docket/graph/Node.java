package dev.docket.graph;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.docket.api.Names;
import dev.docket.document.Address;
import dev.docket.document.content.Bounds;
import dev.docket.document.content.Kind;
import dev.docket.document.content.Status;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "GraphNode", description = "A document.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Node(
        @Schema(
                description = "Its name over all projects, which edges and chains call it by.",
                examples = "payments/ADR-0042",
                required = true,
                maxLength = Names.PROJECT + 1 + Bounds.REF)
        String id,

        @Schema(
                description = "The key of its project.",
                examples = "payments",
                required = true,
                maxLength = Names.PROJECT)
        String project,

        @Schema(description = "adr or rfc.", required = true)
        Kind kind,

        @Schema(description = "Its number.", examples = "42", required = true, minimum = "1")
        int number,

        @Schema(
                description = "Its name within the project.",
                examples = "ADR-0042",
                required = true,
                maxLength = Bounds.REF)
        String ref,

        @Schema(
                description = "What is decided or proposed.",
                examples = "Partition the ledger by month",
                required = true,
                maxLength = Bounds.TITLE)
        String title,

        @Schema(description = "Where it is in its lifecycle.", required = true)
        Status status,

        @Schema(description = "Whether the decision holds now.", required = true)
        boolean inForce,

        @Schema(
                description = "How many edges it is away; only around one document, which itself has 0.",
                examples = "1",
                minimum = "0",
                maximum = "10")
        @Nullable
        Integer distance) {

    static Node of(Found found, boolean measured) {
        Address address = found.address();
        return new Node(
                address.subject(),
                address.project(),
                address.kind(),
                address.number(),
                address.ref(),
                found.title(),
                found.status(),
                found.status().inForce(),
                measured ? found.distance() : null);
    }
}

package dev.docket.graph;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.docket.api.Names;
import dev.docket.document.content.Bounds;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "Documents, and what they have to do with each other.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Graph(
        @Schema(
                description = "The key of the project that it is of.",
                examples = "payments",
                required = true,
                maxLength = Names.PROJECT)
        String project,

        @Schema(
                description = "The id of the node that the graph is around; absent from that of a project.",
                examples = "payments/ADR-0042",
                maxLength = Names.PROJECT + 1 + Bounds.REF)
        @Nullable
        String around,

        @Schema(
                description = "The documents, by project, kind and number.",
                required = true,
                maxItems = Graphs.MAX_NODES)
        List<Node> nodes,

        @Schema(
                description = "What they have to do with each other; each relation once, whoever says it.",
                required = true,
                maxItems = Graphs.MAX_EDGES)
        List<Edge> edges,

        @Schema(
                description =
                        "Supersessions: the ids of documents each of which took the place of the one before it, the "
                                + "oldest first. A chain that leads into another ends with the document where they meet.",
                required = true,
                maxItems = Graphs.MAX_EDGES)
        List<List<@Size(max = Names.PROJECT + 1 + Bounds.REF) String>> chains,

        @Schema(description = "Whether there is more than one answer shows: a part of it is missing.", required = true)
        boolean truncated) {

    private static final Comparator<Node> IN_ORDER =
            Comparator.comparing(Node::project).thenComparing(Node::kind).thenComparing(Node::number);

    static Graph of(
            String project, @Nullable Found around, Map<Long, Found> found, Collection<Tie> ties, boolean truncated) {
        return new Graph(
                project,
                around == null ? null : id(around),
                found.values().stream()
                        .map(each -> Node.of(each, around != null))
                        .sorted(IN_ORDER)
                        .toList(),
                ties.stream()
                        .map(tie -> new Edge(id(found, tie.from()), id(found, tie.to()), tie.relation()))
                        .sorted(Comparator.comparing(Edge::from)
                                .thenComparing(Edge::to)
                                .thenComparing(Edge::rel))
                        .toList(),
                Chains.of(found, ties).stream()
                        .map(chain ->
                                chain.stream().map(each -> id(found, each)).toList())
                        .toList(),
                truncated);
    }

    private static String id(Map<Long, Found> found, long id) {
        return id(Objects.requireNonNull(found.get(id)));
    }

    private static String id(Found found) {
        return found.address().subject();
    }
}

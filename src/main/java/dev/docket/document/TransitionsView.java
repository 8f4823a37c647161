package dev.docket.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.docket.api.Problem.Blocker;
import dev.docket.document.content.RecordEntry;
import dev.docket.document.content.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Transitions", description = "Where a document is, where the caller can take it, and how it came there.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record TransitionsView(
        @Schema(description = "The status now.", required = true)
        Status status,

        @Schema(description = "The moves that the caller may make.", required = true, maxItems = 8)
        List<MoveView> moves,

        @Schema(description = "The transitions made so far, oldest first.", required = true)
        List<RecordEntry> record) {

    @Schema(name = "Move", description = "A move that the caller may make once nothing blocks it.")
    record MoveView(
            @Schema(description = "The status it leads to.", required = true)
            Status to,

            @Schema(description = "Whether nothing blocks it now.", required = true)
            boolean open,

            @Schema(
                    description = "What the request has to carry beside to.",
                    examples = "[\"comment\"]",
                    required = true,
                    maxItems = 2)
            List<String> needs,

            @Schema(description = "What still blocks it.", required = true)
            List<Blocker> blockers) {}

    static TransitionsView of(Document document, List<Move> moves, Function<Move, List<Blocker>> blockers) {
        return new TransitionsView(
                document.status(),
                moves.stream().map(move -> view(move, blockers.apply(move))).toList(),
                document.envelope().record());
    }

    private static MoveView view(Move move, List<Blocker> blockers) {
        List<String> needs = new ArrayList<>();
        if (move.needs().contains(Need.REASON)) {
            needs.add("comment");
        }
        if (move.needs().contains(Need.SUCCESSOR)) {
            needs.add("by");
        }
        return new MoveView(move.to(), blockers.isEmpty(), needs, blockers);
    }
}
